package ductus.cli.pipe;

import ductus.cli.console.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder in which a command works that stands in a pipe: gone with the command, or the JVM. */
final class PipeFolder implements AutoCloseable {
  private static final int MOST_MILLIS = 500;
  private static final int STEP_MILLIS = 20;
  private static final int TRIES = 5;

  private final Path path;
  private final Thread hook = new Thread(this::stop, "ductus-pipe");
  private volatile boolean over;

  private PipeFolder(Path path) {
    this.path = path;
  }

  /** A new folder, among those for temporary files. */
  static PipeFolder create() throws IOException {
    PipeFolder folder = new PipeFolder(Files.createTempDirectory("ductus-"));
    Runtime.getRuntime().addShutdownHook(folder.hook);
    return folder;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      delete();
    } finally {
      over = true;
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyStopping) {
        // The hook has nothing left to do.
      }
    }
  }

  /** Deletes it when the JVM ends; what a command saves on being stopped comes first. */
  void stop() {
    try {
      boolean saves = StopSignal.isAwaited();
      while (!over && StopSignal.isAwaited()) {
        Thread.sleep(STEP_MILLIS);
      }
      // Then the command sends on what there is.
      for (int waited = 0; saves && !over && waited < MOST_MILLIS; waited += STEP_MILLIS) {
        Thread.sleep(STEP_MILLIS);
      }
      for (int i = 0; !over && i < TRIES; i++) {
        try {
          delete();
          return;
        } catch (IOException stillWritten) {
          Thread.sleep(STEP_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Both ends may come at once. */
  private synchronized void delete() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException gone) {
      return;
    } catch (UncheckedIOException changing) {
      throw new DirectoryNotEmptyException(path.toString());
    }
  }
}
