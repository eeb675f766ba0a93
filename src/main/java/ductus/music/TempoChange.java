package ductus.music;

/**
 * From a tick on, how long a quarter note lasts.
 *
 * @param microsecondsPerQuarter 1 to 16,777,215
 */
public record TempoChange(long tick, int microsecondsPerQuarter) {
  /** What a file without a tempo means: 120 quarter notes a minute. */
  public static final int DEFAULT_MICROSECONDS_PER_QUARTER = 500_000;

  public TempoChange {
    if (tick < 0 || microsecondsPerQuarter < 1 || microsecondsPerQuarter > 0xFFFFFF) {
      throw new IllegalArgumentException(
          "microseconds per quarter must be 1 to 16777215 but were "
              + microsecondsPerQuarter
              + " at tick "
              + tick);
    }
  }

  /** Quarter notes a minute. */
  public double quartersPerMinute() {
    return 60e6 / microsecondsPerQuarter;
  }
}
