package ductus.ink.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.ink.Handwriting;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.hand.HandFile;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.reading.HandConfig;
import ductus.model.reading.HandNetwork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterIdentificationTest {
  private static HandNetwork network(int embeddingSize) {
    HandNetwork network =
        new HandNetwork(new HandConfig(List.of("a", "b"), ReadingRows.FEATURES, 16, embeddingSize));
    network.initialize(Randomness.of(1));
    return network;
  }

  private static List<Handwriting> lines(String hand) throws Exception {
    return WriterIdentification.lines(
            HandFile.read(Path.of("corpora/hands/" + hand + ".json")), Randomness.of(1))
        .subList(0, 3);
  }

  @Test
  void aLineThatWasEnrolledIsNearestToItself() throws Exception {
    try (Workers workers = new Workers(1)) {
      WriterIdentification naming =
          new WriterIdentification(network(8), KernelChoice.best(), workers);
      List<Handwriting> lines = lines("print");
      for (int i = 0; i < lines.size(); i++) {
        naming.enroll("line-" + i, List.of(lines.get(i)));
      }
      List<List<WriterIdentification.Nearest>> nearest = naming.nearest(lines);
      for (int i = 0; i < lines.size(); i++) {
        assertEquals(3, nearest.get(i).size());
        assertEquals("line-" + i, nearest.get(i).get(0).hand());
        assertEquals(1, nearest.get(i).get(0).likeness(), 1e-5);
      }
    }
  }

  @Test
  void enrolledHandsCanBeWrittenAndReadAgain(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("enrolled.safetensors");
    try (Workers workers = new Workers(1)) {
      WriterIdentification naming =
          new WriterIdentification(network(8), KernelChoice.best(), workers);
      naming.enroll("print", lines("print"));
      naming.enroll("italic", lines("italic"));
      naming.write(file);
      WriterIdentification again =
          new WriterIdentification(network(8), KernelChoice.best(), workers);
      again.enroll(file, TensorFile.read(file));
      assertEquals(naming.enrolled(), again.enrolled());
      assertEquals(naming.nearest(lines("round")), again.nearest(lines("round")));
      WriterIdentification other =
          new WriterIdentification(network(5), KernelChoice.best(), workers);
      assertThrows(BadFileException.class, () -> other.enroll(file, TensorFile.read(file)));
    }
  }
}
