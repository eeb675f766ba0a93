package ductus.task.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.BadFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TextCorpusTest {
  @Test
  void saysHowMuchTextMemoryTakes() throws Exception {
    Path folder = Path.of("books");
    TextCorpus.requireRoom(folder, 96L << 20, 512L << 20);
    BadFileException tooMuch =
        assertThrows(
            BadFileException.class, () -> TextCorpus.requireRoom(folder, 1024L << 20, 512L << 20));
    assertEquals(
        "must have at most 96 MB of text with the memory that Java has but has 1,024 MB; leave some"
            + " out, or give Java more with JAVA_TOOL_OPTIONS=-Xmx6g",
        tooMuch.reason());
    TextCorpus.requireRoom(folder, 1024L << 20, 6L << 30);
  }
}
