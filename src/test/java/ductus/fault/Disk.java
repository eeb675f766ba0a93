package ductus.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The disk below the file system of this process: counts what changes it below one folder, and has
 * no power from a chosen operation on. Then what was written and not forced is gone, as it may be.
 */
final class Disk {
  private static final Disk ONLY = new Disk();

  private Path watched = Path.of("nowhere");
  private long operations;
  private long last = Long.MAX_VALUE;

  /** Bytes of the files that were written and may not be there yet: how many of them surely are. */
  private final Map<Path, Long> forced = new HashMap<>();

  private Disk() {}

  /** The disk. */
  static Disk only() {
    return ONLY;
  }

  /**
   * Has power again, and counts from the beginning.
   *
   * @param folder of the real file system below which operations count
   * @param operations that succeed
   */
  synchronized void powerOn(Path folder, long operations) {
    watched = CountingPath.real(folder).toAbsolutePath().normalize();
    this.operations = 0;
    last = operations;
    forced.clear();
  }

  /** Operations since the power came on. */
  synchronized long operations() {
    return operations;
  }

  /** Whether the power has gone. */
  synchronized boolean isOff() {
    return operations > last;
  }

  /**
   * Counts an operation that is about to be done.
   *
   * @throws PowerLoss if it cannot be
   */
  synchronized void change(String operation, Path real) {
    if (!real.toAbsolutePath().normalize().startsWith(watched)) {
      return;
    }
    operations++;
    if (operations == last + 1) {
      lose();
    }
    if (operations > last) {
      throw new PowerLoss(operation);
    }
  }

  /** Notes a file that is opened to be written, with what it has. */
  synchronized void opened(Path real) throws IOException {
    forced.putIfAbsent(
        real.toAbsolutePath().normalize(), Files.exists(real) ? Files.size(real) : 0);
  }

  /** Notes that all of a file is on the disk. */
  synchronized void forced(Path real) throws IOException {
    forced.put(real.toAbsolutePath().normalize(), Long.MAX_VALUE);
  }

  /** Notes that a file has another name. */
  synchronized void moved(Path from, Path to) {
    Long bytes = forced.remove(from.toAbsolutePath().normalize());
    if (bytes == null) {
      forced.remove(to.toAbsolutePath().normalize());
    } else {
      forced.put(to.toAbsolutePath().normalize(), bytes);
    }
  }

  private void lose() {
    forced.forEach(
        (file, bytes) -> {
          try {
            if (Files.isRegularFile(file) && Files.size(file) > bytes) {
              try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(bytes);
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
