package ductus.task.music.kind;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.music.frames.Frame;
import ductus.music.frames.FrameScore;
import ductus.music.frames.Frames;
import ductus.music.midi.MidiWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameCollectionTest {
  private static final Frames ONE =
      new Frames(1, List.of(Frame.of(60, 64), Frame.of(60), Frame.SILENT, Frame.of(62)));
  private static final Frames TWO = new Frames(1, List.of(Frame.of(50), Frame.of(52, 90)));

  @TempDir Path folder = Path.of("");

  @Test
  void aJsonFileAndItsMidiFileAreTheSamePieces() throws Exception {
    Path json =
        Files.writeString(
            folder.resolve("sets.json"),
            "{\"train\":[[[60,64],[60],[],[62]]],\"valid\":[[[50],[52,90]],[[50],[52,90]]]}");
    Path midi = Files.createDirectory(folder.resolve("midi"));
    write(midi.resolve("a.mid"), ONE);
    write(midi.resolve("b.mid"), TWO);
    write(midi.resolve("c.mid"), TWO);
    FrameCollection sets = FrameCollection.read(json, ReadingListener.NONE);
    assertEquals(List.of(ONE), sets.splits().get("train"));
    assertEquals(List.of(TWO, TWO), sets.only("valid").splits().get("valid"));
    FrameCollection files = FrameCollection.read(midi, ReadingListener.NONE);
    assertEquals(List.of(ONE, TWO, TWO), files.splits().get(FrameCollection.ALL));
    assertEquals(
        List.of(TWO),
        FrameCollection.read(midi.resolve("b.mid"), ReadingListener.NONE)
            .splits()
            .get(FrameCollection.ALL));
  }

  @Test
  void namesFilesThatHoldNoFrames() throws Exception {
    write(folder.resolve("a.mid"), ONE);
    Files.writeString(folder.resolve("b.mid"), "no MIDI");
    FrameCollection files = FrameCollection.read(folder, ReadingListener.NONE);
    assertEquals(Set.of(FrameCollection.ALL), files.splits().keySet());
    assertEquals(folder.resolve("b.mid"), files.leftOut().get(0).path());
    Files.delete(folder.resolve("a.mid"));
    assertThrows(BadFileException.class, () -> FrameCollection.read(folder, ReadingListener.NONE));
  }

  @Test
  void refusesASplitThatIsNotThere() throws Exception {
    write(folder.resolve("a.mid"), ONE);
    FrameCollection files = FrameCollection.read(folder, ReadingListener.NONE);
    assertRefused("split must be all but was test", () -> files.only("test"));
  }

  private static void write(Path path, Frames piece) throws Exception {
    Files.write(path, MidiWriter.write(FrameScore.score(piece, 0, 80)));
  }
}
