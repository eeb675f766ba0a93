package ductus.fault;

import ductus.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The disk below the file system of this process: counts what is asked of it below one folder, and
 * has a fault from a chosen operation on.
 */
final class Disk {
  private static final Disk ONLY = new Disk();

  private Path watched = Path.of("nowhere");
  private long changes;
  private long openings;
  private DiskFault fault = DiskFault.POWER;
  private long sound = Long.MAX_VALUE;
  private boolean struck;

  /** Bytes of the files that were written and may not be there yet: how many of them surely are. */
  private final Map<Path, Long> forced = new HashMap<>();

  /** What is told of the state before each operation. */
  private @Nullable DiskStates states;

  /** Whether the operation before may have changed what outlives a loss of power. */
  private boolean outlives = true;

  /** SHA-256 of all that ever had a name of its own. */
  private final Set<String> versions = new HashSet<>();

  private Disk() {}

  /** The disk. */
  static Disk only() {
    return ONLY;
  }

  /**
   * Has no fault, and counts from the beginning.
   *
   * @param folder of the real file system below which operations count
   */
  synchronized void mend(Path folder) {
    fail(folder, DiskFault.POWER, Long.MAX_VALUE);
  }

  /** Has no fault, counts from the beginning, and tells of what a loss of power would leave. */
  synchronized void record(Path folder, DiskStates told) {
    mend(folder);
    states = told;
  }

  /**
   * Counts from the beginning, and has a fault then.
   *
   * @param operations that succeed before
   */
  synchronized void fail(Path folder, DiskFault next, long operations) {
    states = null;
    outlives = true;
    watched = CountingPath.real(folder).toAbsolutePath().normalize();
    changes = 0;
    openings = 0;
    fault = next;
    sound = operations;
    struck = false;
    forced.clear();
    versions.clear();
  }

  /** Operations that a fault could have struck. */
  synchronized long operations(DiskFault possible) {
    return possible == DiskFault.HANDLES ? openings : changes;
  }

  /** Whether the fault has come. */
  synchronized boolean isStruck() {
    return struck;
  }

  /** SHA-256 of all files that got their names by a move. */
  synchronized Set<String> versions() {
    return new HashSet<>(versions);
  }

  /**
   * Counts an operation that is about to be done.
   *
   * @throws IOException if it cannot be done
   */
  synchronized void ask(DiskOperation operation, Path real) throws IOException {
    if (!real.toAbsolutePath().normalize().startsWith(watched)) {
      return;
    }
    if (operation.isChange()) {
      tell(operation, real.toAbsolutePath().normalize());
    }
    changes += operation.isChange() ? 1 : 0;
    openings += operation.isOpening() ? 1 : 0;
    long now = operations(fault);
    if (!fault.counts(operation) || now <= sound || (now > sound + 1 && !fault.lasts())) {
      return;
    }
    struck = true;
    fault.strike(operation, real);
  }

  /** Notes a file that is opened to be written: what it has stays, unless it is emptied. */
  synchronized void opened(Path real, boolean emptied) throws IOException {
    long there = Files.exists(real) && !emptied ? Files.size(real) : 0;
    forced.merge(real.toAbsolutePath().normalize(), there, Math::min);
  }

  /** Notes that all of a file is on the disk. */
  synchronized void forced(Path real) throws IOException {
    forced.put(real.toAbsolutePath().normalize(), Long.MAX_VALUE);
  }

  /** Notes that a file has another name. */
  synchronized void moved(Path from, Path to) throws IOException {
    Long bytes = forced.remove(from.toAbsolutePath().normalize());
    if (bytes == null) {
      forced.remove(to.toAbsolutePath().normalize());
    } else {
      forced.put(to.toAbsolutePath().normalize(), bytes);
    }
    if (sound == Long.MAX_VALUE && Files.isRegularFile(to)) {
      versions.add(Sha256.hex(Files.readAllBytes(to)));
    }
  }

  private void tell(DiskOperation operation, Path file) throws IOException {
    DiskStates told = states;
    if (told == null) {
      return;
    }
    if (outlives) {
      told.take(watched, forced);
    } else {
      told.takeSame();
    }
    // Bytes that are added to what is not forced are lost with it.
    outlives =
        operation != DiskOperation.WRITE
            || forced.getOrDefault(file, Long.MAX_VALUE) == Long.MAX_VALUE;
  }
}
