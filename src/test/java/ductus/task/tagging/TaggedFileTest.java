package ductus.task.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggedFileTest {
  @TempDir Path folder = Path.of("");

  private TaggedFile read(String content) throws Exception {
    return TaggedFile.read(Files.writeString(folder.resolve("a.tsv"), content));
  }

  @Test
  void anEmptyLineEndsASentence() throws Exception {
    TaggedFile file = read("\nA\tDET\ncat\tNOUN\n\n\nRun\tVERB\r\n!\t.");
    assertEquals(2, file.sentences().size());
    assertEquals(List.of("A", "cat"), file.sentences().get(0).words());
    assertEquals(2, file.sentences().get(0).line());
    assertEquals(List.of("VERB", "."), file.sentences().get(1).tags());
    assertEquals(List.of(".", "DET", "NOUN", "VERB"), file.tags());
  }

  @Test
  void aSentenceThatIsThereAgainIsTakenOnce() throws Exception {
    assertEquals(1, read("Go\tVERB\n\nGo\tVERB\n").sentences().size());
  }

  @Test
  void aBadLineCostsItsSentenceAndIsNamed() throws Exception {
    TaggedFile file = read("A\tDET\ncat\n\nRun\tVERB\n\nwell\t\n");
    assertEquals(1, file.sentences().size());
    assertEquals(2, file.leftOut().size());
    assertEquals(
        "line 2: must be a word, a tab and its tag, but is: cat", file.leftOut().get(0).reason());
    assertThrows(BadFileException.class, () -> read("cat\n"));
  }

  @Test
  void theBaselineSaysTheMostFrequentTag() throws Exception {
    FrequentTags tags =
        new FrequentTags(
            read("run\tVERB\nRun\tNOUN\nrun\tNOUN\nsun\tNOUN\nold\tADJ\ncat\tNOUN\n").sentences());
    assertEquals("NOUN", tags.of("RUN"));
    assertEquals("ADJ", tags.of("old"));
    assertEquals("NOUN", tags.of("zebra"));
    assertTrue(tags.knows("Old"));
    assertFalse(tags.knows("zebra"));
  }
}
