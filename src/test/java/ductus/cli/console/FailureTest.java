package ductus.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void namesPathOffsetAndReasonOfABadFile() {
    assertEquals(
        new Failure(ExitStatus.FAILED, "a.mid: byte 412: running status without a status byte"),
        Failure.of(
            new BadFileException(Path.of("a.mid"), 412, "running status without a status byte")));
  }

  @Test
  void saysPlainlyWhatTheSystemMeans() {
    assertEquals("a: no such file or folder", line(new NoSuchFileException("a")));
    assertTrue(line(new AccessDeniedException("a")).startsWith("a: permission denied"));
    assertTrue(
        line(new FileSystemException("a", null, "Read-only file system"))
            .startsWith("a: the disk is read-only"));
    assertTrue(
        line(new FileSystemException("a", null, "No space left on device"))
            .startsWith("a: the disk is full"));
    assertTrue(
        line(new FileSystemException("a", null, "Too many open files"))
            .startsWith("a: too many files are open; close"));
    assertTrue(line(new IOException("No space left on device")).startsWith("the disk is full"));
    assertEquals(
        "a: cannot be used (FileSystemException)", line(new FileSystemException("a", null, null)));
  }

  @Test
  void looksIntoWrappers() {
    IOException inner = new NoSuchFileException("a");
    assertEquals(
        "a: no such file or folder", line(new ExecutionException(new UncheckedIOException(inner))));
  }

  private static String line(Throwable failure) {
    return Failure.of(failure).line();
  }
}
