package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A disk in memory that a test fills or makes read-only; closing it takes it away. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts a disk; the test is skipped where one may not.
   *
   * @param options such as {@code size=24k} or {@code ro}
   */
  static SmallDisk mount(Path folder, String options) throws IOException {
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()),
        "a disk of one's own takes the right to mount");
    return new SmallDisk(folder);
  }

  @Override
  public void close() throws IOException {
    assertTrue(succeeds("umount", folder.toString()));
  }

  private static boolean succeeds(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException interrupted) {
      throw new IOException("interrupted while a disk was mounted", interrupted);
    }
  }
}
