package ductus.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.BadFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @Test
  void isHeldOnceAndLeavesNothing(@TempDir Path folder) throws Exception {
    for (int i = 0; i < 2; i++) {
      try (FolderLock held = FolderLock.of(folder)) {
        assertNotNull(held);
        assertThrows(BadFileException.class, () -> FolderLock.of(folder));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
