package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
  private final Path folder;

  WholeFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path filled(Path path, String content) throws IOException {
    Files.createDirectories(path.resolve("anna"));
    Files.writeString(path.resolve("anna").resolve("hand.json"), content);
    return path;
  }

  private static String content(Path path) throws IOException {
    return Files.readString(path.resolve("anna").resolve("hand.json"));
  }

  @Test
  void movesAllOnce() throws IOException {
    Path from = filled(folder.resolve("from"), "1");
    Path to = folder.resolve("new/home of/hands");
    assertTrue(WholeFolder.move(from, to));
    assertEquals("1", content(to));
    assertFalse(Files.exists(from));
    assertFalse(WholeFolder.move(filled(from, "2"), to));
    assertEquals("1", content(to));
    assertEquals("2", content(from), "left as it was");
    try (Stream<Path> all = Files.list(to.getParent())) {
      assertEquals(List.of(to), all.toList());
    }
  }

  /** Linux has a file system in memory beside that of the disk. */
  @Test
  void movesToAnotherFileSystem() throws IOException {
    Path memory = Path.of("/dev/shm");
    Path from = filled(folder.resolve("from"), "1");
    assumeTrue(
        Files.isDirectory(memory)
            && Files.isWritable(memory)
            && !Files.getFileStore(memory).equals(Files.getFileStore(folder)));
    Path other = Files.createTempDirectory(memory, "ductus");
    try {
      Path to = other.resolve("data/hands");
      assertTrue(WholeFolder.move(from, to));
      assertEquals("1", content(to));
      assertFalse(Files.exists(from));
    } finally {
      WholeFolder.delete(other);
    }
    assertFalse(Files.exists(other));
  }

  @Test
  void handsThatWereNotedWhereTheyWereAreFoundWhereTheyAre() throws IOException {
    Path noted = folder.resolve("clone/generated/hands");
    assertEquals(Home.hands(), Home.hands(noted));
    Files.createDirectories(noted);
    assertEquals(noted, Home.hands(noted));
    Path other = folder.resolve("my/hands");
    assertEquals(other, Home.hands(other), "never kept by Ductus of itself");
  }
}
