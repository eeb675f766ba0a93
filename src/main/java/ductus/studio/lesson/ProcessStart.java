package ductus.studio.lesson;

import java.time.Instant;
import java.util.Optional;

/**
 * When a process began, by which it is told from a later one that has its number. Some systems
 * (Linux) know only for how long the machine had been up, and add it to the time at which the clock
 * says now that it was started: where the clock is set, all processes seem to have begun at another
 * time, the first one, too.
 *
 * @param millis since 1970, as the clock went then
 * @param up milliseconds since the machine's first process began; 0 where that is not known
 */
record ProcessStart(long millis, long up) {
  /** What two readings of the same start may differ in, in milliseconds. */
  private static final long SAME = 3000;

  private static final long FIRST_PROCESS = 1;

  /** The start of a process; nothing where the system does not say it. */
  static Optional<ProcessStart> of(ProcessHandle process) {
    long first =
        ProcessHandle.of(FIRST_PROCESS).flatMap(ProcessStart::millis).orElse(Long.MAX_VALUE);
    return millis(process).map(start -> new ProcessStart(start, Math.max(0, start - first)));
  }

  private static Optional<Long> millis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }

  /** Whether this is the start of the same process, which had the same number. */
  boolean isSame(ProcessStart other) {
    return (up > 0 && other.up > 0)
        ? Math.abs(up - other.up) < SAME
        : Math.abs(millis - other.millis) < SAME;
  }
}
