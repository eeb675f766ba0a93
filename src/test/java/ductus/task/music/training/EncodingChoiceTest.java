package ductus.task.music.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.music.abc.AbcReader;
import ductus.music.midi.MidiWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingChoiceTest {
  private static final String HEAD = "X:1\nT:t\nM:4/4\nL:1/4\nK:C\n";
  private static final String TUNE = "CDEF|GFED|EFGA|c4|\n";
  private static final String CHORDS = "[CEG]4|[DFA]4|[CEG]4|[CEG]4|\n";

  @TempDir Path folder = Path.of("");

  private void write(String name, String body) throws IOException {
    Path abc = folder.resolve(name + ".abc");
    byte[] content = (HEAD + body).getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(folder.resolve(name + ".mid"), MidiWriter.write(AbcReader.read(abc, content)));
    } catch (BadFileException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private String choice() throws BadFileException, IOException {
    return EncodingChoice.of(folder, ReadingListener.NONE).encoding();
  }

  @Test
  void learnsTunesAsMelodiesWithChordsOrWithout() throws Exception {
    write("a", TUNE);
    assertEquals(
        "encoding melody, since 1 of 1 files looked at hold a tune (--encoding asks for another)",
        EncodingChoice.of(folder, ReadingListener.NONE).why());
    write("b", "\"C\"" + TUNE);
    write("c", "\"G7\"" + TUNE);
    assertEquals(
        "encoding melody, since 3 of 3 files looked at hold a tune; 2 have chords, which --encoding"
            + " leadsheet learns, too (--encoding asks for another)",
        EncodingChoice.of(folder, ReadingListener.NONE).why());
    assertEquals("melody", choice());
  }

  @Test
  void whatMostFilesHoldDecides() throws Exception {
    write("a", TUNE);
    write("b", "%%MIDI channel 10\n" + TUNE);
    assertEquals("melody", choice());
    write("c", "%%MIDI channel 10\n" + CHORDS);
    assertEquals("drums", choice());
  }

  @Test
  void tellsAccompanimentsInstrumentsAndVoicesApart() throws Exception {
    write("a", "%%MIDI program 0\n" + CHORDS);
    assertEquals("poly", choice());
    write("a", "%%MIDI program 0\nV:1\n" + TUNE + "V:2\n" + CHORDS);
    assertEquals("leadsheet", choice());
    write("a", "%%MIDI program 0\nV:1\n" + TUNE + "V:2\n" + TUNE);
    assertEquals("poly", choice());
    write("a", "V:1\n%%MIDI program 40\n" + TUNE + "V:2\n%%MIDI program 0\n" + CHORDS);
    assertEquals("score", choice());
  }

  @Test
  void fourVoicesAreAChoirAndBeatsBesideAFileMakeASong() throws Exception {
    StringBuilder voices = new StringBuilder();
    for (String tune : new String[] {TUNE, TUNE, "C,D,E,F,|G,F,E,D,|E,F,G,A,|C,4|\n"}) {
      voices.append("V:").append(voices.length()).append('\n').append(tune);
    }
    write("a", voices + "V:b\nC,,D,,E,,F,,|G,,F,,E,,D,,|E,,F,,G,,A,,|C,,4|\n");
    assertEquals(
        "encoding chorale, since 1 of 1 files looked at hold four voices (--encoding asks for"
            + " another)",
        EncodingChoice.of(folder, ReadingListener.NONE).why());
    Files.writeString(folder.resolve("beat_midi.txt"), "0 1 1\n1 0 0\n");
    assertEquals("song", choice());
  }

  @Test
  void aFolderWithoutMusicIsRefused() {
    assertThrows(BadFileException.class, () -> EncodingChoice.of(folder, ReadingListener.NONE));
  }
}
