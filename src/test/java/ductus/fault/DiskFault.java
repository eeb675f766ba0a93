package ductus.fault;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** What goes wrong with a disk. */
enum DiskFault {
  /** The power fails: what was not forced to the disk is gone. */
  POWER("", ""),
  /** The same, and the clock is set back by a day before the power comes again. */
  CLOCK("", ""),
  /** There is no room any more. */
  FULL("No space left on device", "make room"),
  /** The user has had all the room that there is for one. */
  QUOTA("Disk quota exceeded", "make room"),
  /** The system has found an error, and lets nothing be changed any more. */
  READONLY("Read-only file system", "name another place"),
  /** One opening fails, as all numbers for open files are taken at that moment. */
  HANDLES("Too many open files", "close");

  private final String reason;
  private final String advice;

  /**
   * A fault.
   *
   * @param reason as the system says it
   * @param advice in what is said to the user
   */
  DiskFault(String reason, String advice) {
    this.reason = reason;
    this.advice = advice;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a complaint says what to do about it. */
  boolean isAdvised(String complaint) {
    return complaint.contains(advice) || (!lasts() && complaint.contains("try again"));
  }

  /** Whether the process ends there, too: what is left then is known from {@link DiskStates}. */
  boolean isOutage() {
    return this == POWER || this == CLOCK;
  }

  /** Whether all operations behind the first one fail, too. */
  boolean lasts() {
    return this != HANDLES;
  }

  /** Whether what a process wrote must go by itself when it ends. */
  boolean letsDelete() {
    return this == FULL || this == QUOTA || this == HANDLES;
  }

  /** Whether an operation is one of those of which the n-th fails. */
  boolean counts(DiskOperation operation) {
    return this == HANDLES ? operation.isOpening() : operation.isChange();
  }

  /** Fails an operation. */
  void strike(DiskOperation operation, Path file) throws IOException {
    if (isOutage()) {
      throw new IllegalStateException("what lost power leaves is taken from DiskStates");
    }
    if (operation == DiskOperation.DELETE && letsDelete()) {
      return;
    }
    if (operation == DiskOperation.WRITE || operation == DiskOperation.FORCE) {
      // The JDK does not name the file then.
      throw new IOException(reason);
    }
    throw new FileSystemException(file.toString(), null, reason);
  }
}
