package ductus.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void writesNewFilesInNewFolders() throws IOException {
    Path path = folder.resolve("a/b/c.txt");
    AtomicFile.write(path, "ü\n");
    assertEquals("ü\n", Files.readString(path));
    assertEquals(List.of("c.txt"), names(folder.resolve("a/b")));
  }

  @Test
  void replacesWhatIsThere() throws IOException {
    Path path = folder.resolve("c");
    AtomicFile.write(path, "a longer text than the next");
    byte[] bytes = {1, 2};
    AtomicFile.write(path, bytes);
    assertArrayEquals(bytes, Files.readAllBytes(path));
    assertEquals(List.of("c"), names(folder));
  }

  @Test
  void aFailingWriteLeavesWhatWasThereAndNothingElse() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(taken.resolve("inside"), "old");
    FileSystemException failure =
        assertThrows(FileSystemException.class, () -> AtomicFile.write(taken, "new"));
    assertEquals(taken.toString(), failure.getFile());
    assertEquals(List.of("taken"), names(folder));
    assertEquals("old", Files.readString(taken.resolve("inside")));
  }

  @Test
  void aFolderThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    IOException failure =
        assertThrows(IOException.class, () -> AtomicFile.write(file.resolve("c"), "new"));
    assertTrue(failure.toString().contains(file.toString()), failure.toString());
    assertEquals("old", Files.readString(file));
  }

  @Test
  void aFullDiskLeavesTheOldFile() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full here");
    Path path = folder.resolve("c");
    AtomicFile.write(path, "old");
    // The file aside has a fixed name in one process, so its place can be taken by a full device.
    Path aside = folder.resolve(".c." + ProcessHandle.current().pid() + ".part");
    Files.createSymbolicLink(aside, full);
    assertThrows(IOException.class, () -> AtomicFile.write(path, "new"));
    assertEquals("old", Files.readString(path));
    assertEquals(List.of("c"), names(folder));
  }

  @Test
  void writesThroughALinkToAFolder() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    AtomicFile.write(link.resolve("c"), "text");
    assertEquals("text", Files.readString(real.resolve("c")));
  }

  @Test
  void hasTheRightsOfAnyNewFile() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX rights");
    Path plain = Files.writeString(folder.resolve("plain"), "");
    Path atomic = folder.resolve("atomic");
    AtomicFile.write(atomic, "");
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(atomic));
  }

  @Test
  void whatAKilledWriteLeftAsideIsOverwritten() throws IOException {
    Path aside = folder.resolve(".c." + ProcessHandle.current().pid() + ".part");
    Files.writeString(aside, "half-written and longer");
    AtomicFile.write(folder.resolve("c"), "whole");
    assertEquals("whole", Files.readString(folder.resolve("c")));
    assertEquals(List.of("c"), names(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
