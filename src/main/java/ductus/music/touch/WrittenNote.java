package ductus.music.touch;

/**
 * A note as it is written for a player.
 *
 * @param step onset in 24ths of a quarter note from the start of the piece
 * @param length likewise, 0 or more
 * @param pitch MIDI key number
 * @param place where it is in which bar
 * @param quartersPerMinute tempo there
 */
public record WrittenNote(
    long step, long length, int pitch, BarPlace place, double quartersPerMinute) {
  /** Steps of the grid a quarter note. */
  public static final int STEPS_PER_QUARTER = 24;

  /**
   * A place in a bar.
   *
   * @param bar number of the bar, from 0; below in what stands before the first one
   * @param step from the bar line, 0 or more
   * @param metre index into {@link ductus.music.Metres#ALL}; −1 if it is none of them
   */
  public record BarPlace(int bar, int step, int metre) {}

  public WrittenNote {
    if (length < 0 || pitch < 0 || pitch > 127 || !(quartersPerMinute > 0)) {
      throw new IllegalArgumentException(
          "length must be 0 or more, pitch 0 to 127 and tempo above 0 but were %d, %d and %s"
              .formatted(length, pitch, quartersPerMinute));
    }
  }
}
