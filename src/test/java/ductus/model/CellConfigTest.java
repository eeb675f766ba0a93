package ductus.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellConfigTest {
  /** All cells, and some options. */
  static final List<String> ALL =
      List.of(
          "lstm",
          "lstm+peephole",
          "lstm+layer-norm",
          "lstm+learned-state",
          "lstm+peephole+layer-norm+learned-state",
          "gru",
          "gru+learned-state",
          "elman",
          "elman+learned-state",
          "elman-relu");

  @TempDir Path folder = Path.of("");

  @Test
  void readsWhatItWrites() {
    for (String words : ALL) {
      assertEquals(words, CellConfig.parse(words).toString());
    }
    assertEquals(
        new CellConfig(CellConfig.Kind.LSTM, true, false, true),
        CellConfig.parse("lstm+learned-state+peephole"));
  }

  @Test
  void refusesUnknownCellsAndOptions() {
    for (String words :
        List.of("", "LSTM", "quantum", "lstm+", "lstm+x", "+peephole", "gru lstm")) {
      assertEquals(
          "cell must be " + CellConfig.CHOICES + "; but was " + words,
          assertThrows(IllegalArgumentException.class, () -> CellConfig.parse(words)).getMessage());
    }
    for (String kind : List.of("gru", "elman", "elman-relu")) {
      assertEquals(
          "cell with layer-norm must be lstm but was " + kind,
          assertThrows(IllegalArgumentException.class, () -> CellConfig.parse(kind + "+layer-norm"))
              .getMessage());
    }
  }

  @Test
  void everyCellFollowsItsGradientAndComesBackFromAFile() throws IOException, BadFileException {
    try (Workers workers = new Workers(2)) {
      for (String words : ALL) {
        Network network = new Network(new NetworkConfig(9, 0, 0, 6, words, 2, 17, 0));
        network.initialize(Seeded.random(1));
        Sequence sequence = new Sequence(new int[] {1, 5, 3, 8, 2, 2, 7, 0, 4}, new int[0], 0);
        Batch batch = Batch.of(List.of(sequence, sequence), 9);
        Tape tape = new Tape(KernelChoice.best(), workers);
        double first = loss(network, batch, tape);
        double last = first;
        for (int update = 0; update < 40; update++) {
          network.backward(tape);
          for (Parameter parameter : network.parameters()) {
            float[] gradient = tape.gradient(parameter).data;
            for (int i = 0; i < parameter.size(); i++) {
              parameter.value().data[i] -= 0.03f * gradient[i];
            }
          }
          last = loss(network, batch, tape);
        }
        assertTrue(last < 0.9 * first, words + ": " + first + " to " + last);
        requireSameFromAFile(network, batch, tape, words);
      }
    }
  }

  private static double loss(Network network, Batch batch, Tape tape) {
    network.repack(tape);
    tape.clearGradients();
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return network.loss(batch, 1, tape);
  }

  private void requireSameFromAFile(Network network, Batch batch, Tape tape, String words)
      throws IOException, BadFileException {
    Path path = folder.resolve("model.safetensors");
    ModelHeader<NetworkConfig> header =
        new ModelHeader<>(
            ModelHeader.FORMAT,
            "melody",
            3,
            network.config(),
            new ModelHeader.TrainingSummary("0", "corpus", "ALL", 1, 1, 1),
            List.of());
    ModelFile.write(path, header, network);
    Network read = ModelFile.read(path, ModelKind.TOKENS).network();
    for (int p = 0; p < network.parameters().size(); p++) {
      assertEquals(network.parameters().get(p).name(), read.parameters().get(p).name());
      assertArrayEquals(
          network.parameters().get(p).value().data, read.parameters().get(p).value().data, words);
    }
    assertEquals(loss(network, batch, tape), loss(read, batch, tape), words);
  }
}
