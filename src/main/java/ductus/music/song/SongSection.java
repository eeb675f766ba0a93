package ductus.music.song;

/**
 * A section of a song in whole bars.
 *
 * @param first bar of it, from 0
 * @param bars 1 to {@link #MOST_BARS}
 * @param relation to an earlier section
 * @param back how many sections ago the one began that it returns to; 0 of a new one. What returns
 *     begins where that one began, and may go on into those behind it
 * @param key semitones from the song's key to the section's, −6 to 5
 */
public record SongSection(int first, int bars, Relation relation, int back, int key) {
  /** Most bars of a section. */
  public static final int MOST_BARS = 16;

  /** Most sections that one can lie behind the one it returns to. */
  public static final int MOST_BACK = 24;

  /** The lowest key of a section, in semitones from the song's. */
  public static final int LOWEST_KEY = -6;

  /** Number of keys. */
  public static final int KEYS = 12;

  /** What a section has of the one that it returns to. */
  public enum Relation {
    /** Nothing: it is new. */
    NEW,
    /** Tune and chords. */
    SAME,
    /** The tune in part. */
    VARIED,
    /** The chords; the tune is new. */
    CHORDS
  }

  public SongSection {
    if (bars < 1 || bars > MOST_BARS) {
      throw new IllegalArgumentException(
          "a section must have 1 to %d bars but had %d".formatted(MOST_BARS, bars));
    }
    if ((back == 0) != (relation == Relation.NEW) || back < 0 || back > MOST_BACK) {
      throw new IllegalArgumentException(
          "a section must return from 1 to %d sections ago unless it is new, but was %s from %d"
              .formatted(MOST_BACK, relation, back));
    }
    if (key < LOWEST_KEY || key >= LOWEST_KEY + KEYS) {
      throw new IllegalArgumentException("key must be -6 to 5 but was " + key);
    }
  }

  /** Number of the bar behind the last one. */
  public int end() {
    return first + bars;
  }
}
