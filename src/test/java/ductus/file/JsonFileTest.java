package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.hand.HandFile;
import ductus.ink.page.PageJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
  private record Named(String name) {}

  @TempDir Path folder;

  private Path ofBytes(long bytes) throws IOException {
    Path file = folder.resolve("big.json");
    // A hole: it takes no room on the disk, and would take all of the memory.
    try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
      hole.setLength(bytes);
    }
    return file;
  }

  private static void assertRefused(String reason, Executable reading) {
    BadFileException refused = assertThrows(BadFileException.class, reading);
    assertEquals(reason, refused.reason());
  }

  @Test
  void refusesAFileOfMoreThanItsKindMayHaveBeforeItIsRead() throws IOException {
    Path file = ofBytes(100L << 30);
    assertRefused(
        "a note must have at most 16 MB but has 107,374,182,400 bytes",
        () -> JsonFile.read(file, Named.class, "a note"));
    assertRefused(
        "a note must have at most 16 MB but has 107,374,182,400 bytes",
        () -> JsonFile.readFormer(file, Named.class, "a note"));
    assertRefused(
        "a note must have at most 300 MB but has 107,374,182,400 bytes",
        () -> JsonFile.read(file, Named.class, "a note", 300));
    assertRefused(
        "a hand must have at most 16 MB but has 107,374,182,400 bytes", () -> HandFile.read(file));
    assertTrue(
        assertThrows(BadFileException.class, () -> PageJson.read(file))
            .reason()
            .contains("at most 256 MB"));
  }

  @Test
  void readsAFileOfAsMuchAsItsKindMayHave() throws BadFileException, IOException {
    Path file = folder.resolve("note.json");
    String name = "n".repeat((1 << 20) - 11);
    AtomicFile.write(file, "{\"name\":\"" + name + "\"}");
    assertEquals(name, JsonFile.read(file, Named.class, "a note", 1).name());
    AtomicFile.write(file, "{\"name\":\"" + name + "n\"}");
    assertRefused(
        "a note must have at most 1 MB but has 1,048,577 bytes",
        () -> JsonFile.read(file, Named.class, "a note", 1));
  }
}
