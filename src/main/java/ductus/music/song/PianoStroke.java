package ductus.music.song;

import java.util.List;

/**
 * The keys that a pianist strikes together.
 *
 * @param step sixteenths from the start of the song
 * @param level how hard, 1 to {@link #LEVELS}
 * @param keys from low to high, one or more
 */
public record PianoStroke(int step, int level, List<PianoKey> keys) {
  /** Number of levels; each is twelve velocities wide. */
  public static final int LEVELS = 8;

  /** The lowest key of a piano, A0. */
  public static final int LOWEST_PITCH = 21;

  /** The highest key of a piano, C8. */
  public static final int HIGHEST_PITCH = 108;

  private static final int WIDTH = 12;
  private static final int SOFTEST = 32;

  /**
   * A key that is struck.
   *
   * @param pitch MIDI key number, {@link #LOWEST_PITCH} to {@link #HIGHEST_PITCH}
   * @param hold how long it is held
   */
  public record PianoKey(int pitch, Hold hold) {
    public PianoKey {
      if (pitch < LOWEST_PITCH || pitch > HIGHEST_PITCH) {
        throw new IllegalArgumentException(
            "a piano's key must be %d to %d but was %d"
                .formatted(LOWEST_PITCH, HIGHEST_PITCH, pitch));
      }
    }
  }

  public PianoStroke {
    keys = List.copyOf(keys);
    if (step < 0 || level < 1 || level > LEVELS || keys.isEmpty()) {
      throw new IllegalArgumentException(
          "a stroke must have a step of 0 or more, a level of 1 to %d and a key, but had %d, %d, %s"
              .formatted(LEVELS, step, level, keys));
    }
    for (int i = 1; i < keys.size(); i++) {
      if (keys.get(i).pitch() <= keys.get(i - 1).pitch()) {
        throw new IllegalArgumentException("keys must go up but were " + keys);
      }
    }
  }

  /** The velocity of this stroke's level, 1 to 127. */
  public int velocity() {
    return velocity(level);
  }

  /** The velocity in the middle of a level. */
  static int velocity(int level) {
    return SOFTEST + (level - 1) * WIDTH;
  }

  /**
   * The level of a velocity. It stays that of the stroke before unless the velocity is well outside
   * it, so that the small differences of a hand are no changes.
   *
   * @param before level of the stroke before; 0 for none
   */
  static int level(double velocity, int before) {
    if (before > 0 && Math.abs(velocity - velocity(before)) < 0.85 * WIDTH) {
      return before;
    }
    int level = (int) Math.round((velocity - SOFTEST) / WIDTH) + 1;
    return Math.max(1, Math.min(LEVELS, level));
  }
}
