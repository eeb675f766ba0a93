package ductus.music;

/**
 * A note of a melody on its grid.
 *
 * @param onset grid steps from the start
 * @param length grid steps, 1 or more
 * @param pitch MIDI key number, 0 to 127
 */
public record MelodyNote(int onset, int length, int pitch) {
  public MelodyNote {
    if (onset < 0 || length < 1) {
      throw new IllegalArgumentException(
          "onset must be 0 or more and length 1 or more but were " + onset + " and " + length);
    }
    if (pitch < 0 || pitch > 127) {
      throw new IllegalArgumentException("pitch must be 0 to 127 but was " + pitch);
    }
  }

  /** Grid step behind the last one in which the note sounds. */
  public int end() {
    return onset + length;
  }
}
