package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFileTest {
  private final Path folder;
  private final Path file;

  PairFileTest(@TempDir Path folder) {
    this.folder = folder;
    file = folder.resolve("pairs.tsv");
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    List<TextPair> pairs = List.of(new TextPair("ein Wort", "a word"), new TextPair("é", "e"));
    PairFile.write(file, pairs);
    assertEquals(pairs, PairFile.read(file).pairs());
  }

  @Test
  void marksCarriageReturnsAndEmptyLinesDoNotCount() throws Exception {
    Files.writeString(file, "\uFEFFone  two\t12\r\n\r\n  e\u0301 \t e\n");
    assertEquals(
        List.of(new TextPair("one two", "12"), new TextPair("é", "e")),
        PairFile.read(file).pairs());
  }

  @Test
  void hasADigestOfItsPairsInTheirOrder() {
    TextPair one = new TextPair("one", "1");
    TextPair two = new TextPair("two", "2");
    String digest = new PairFile(List.of(one, two)).digest();
    assertEquals(digest, new PairFile(List.of(one, two)).digest());
    assertNotEquals(digest, new PairFile(List.of(two, one)).digest());
    assertNotEquals(digest, new PairFile(List.of(one)).digest());
  }

  @Test
  void aLineThatIsNoPairIsNamed() throws Exception {
    requireComplaint("a\tb\nno tab", "line 2: must be a source, a tab and a target");
    requireComplaint("a\tb\tc", "line 1: must be a source, a tab and a target, but has 2 tabs");
    requireComplaint("a\tb\n\na\t ", "line 3: the target is empty");
    requireComplaint("\tb", "line 1: the source is empty");
    requireComplaint("a".repeat(1001) + "\tb", "line 1: the source must be at most 1000");
  }

  private void requireComplaint(String text, String reason) throws Exception {
    Files.writeString(file, text);
    BadFileException bad = assertThrows(BadFileException.class, () -> PairFile.read(file));
    String message = String.valueOf(bad.getMessage());
    assertTrue(message.startsWith(file + ": " + reason), message);
  }

  @Test
  void refusesWhatIsNoText() throws Exception {
    Files.write(file, "\u00fc\tu".getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(BadFileException.class, () -> PairFile.read(file));
    assertThrows(BadFileException.class, () -> PairFile.read(folder));
  }
}
