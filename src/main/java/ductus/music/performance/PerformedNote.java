package ductus.music.performance;

/**
 * A note of a performance.
 *
 * @param onset steps of 10 ms from the start
 * @param duration steps of 10 ms, 1 or more
 * @param pitch MIDI key number, 0 to 127
 * @param velocity one of 32 steps, 0 to 31, each of four MIDI velocities
 */
public record PerformedNote(int onset, int duration, int pitch, int velocity) {
  public PerformedNote {
    if (onset < 0 || duration < 1) {
      throw new IllegalArgumentException(
          "onset must be 0 or more and duration 1 or more but were " + onset + " and " + duration);
    }
    if (pitch < 0 || pitch > 127 || velocity < 0 || velocity >= Performance.VELOCITIES) {
      throw new IllegalArgumentException(
          "pitch must be 0 to 127 and velocity 0 to 31 but were " + pitch + " and " + velocity);
    }
  }

  /** Step at which the key is released. */
  public int end() {
    return onset + duration;
  }
}
