package ductus.music;

/**
 * The length of a quarter note from a tick on.
 *
 * @param microsecondsPerQuarter 1 to 16,777,215
 */
public record TempoChange(long tick, int microsecondsPerQuarter) {
  /** The tempo of a file that has none: 120 quarter notes a minute. */
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

  /** The tempo in quarter notes a minute. */
  public double quartersPerMinute() {
    return 60e6 / microsecondsPerQuarter;
  }
}
