package ductus.music.encoding;

import ductus.music.Metres;
import ductus.music.encoding.header.BarPosition;
import ductus.music.encoding.header.HeaderCursor;
import ductus.music.plan.BarRelation;
import ductus.music.plan.PlannedBar;

/** The side features of a melody's tokens, as rows of one table. */
final class MelodyFeatures {
  /** Side feature: distance from the bar line, in 24ths of a quarter note. */
  static final int POSITION_IN_BAR = 0;

  /** Side feature: distance from the last beat, in 24ths of a quarter note. */
  static final int POSITION_IN_BEAT = 1;

  static final int METRE = 2;
  static final int TONIC = 3;
  static final int MODE = 4;

  /** Side feature: bars left, 0 to 16, more being 16; 17 where the header leaves it open. */
  static final int BARS_LEFT = 5;

  /** Side feature: number of bars before this one, modulo 16. */
  static final int BAR_NUMBER = 6;

  /** Side feature: the pitch that sounds, or that sounded last. */
  static final int PITCH = 7;

  /** Side feature: steps since the onset of that pitch, more being 48. */
  static final int AGE = 8;

  static final int GRID = 9;

  /**
   * Side feature: what comes next before the notes: start, grid, metre, key, length, the plan of a
   * bar.
   */
  static final int SLOT = 10;

  /** Side feature: semitones of the pitch above the keynote, 0 to 11. */
  static final int DEGREE = 11;

  /** Side feature: semitones from the pitch before to that pitch, within an octave each way. */
  static final int INTERVAL = 12;

  /**
   * Side feature: what the plan says that the bar is to an earlier one; in the plan, that the bar
   * before is.
   */
  static final int RELATION = 13;

  /** Side feature: how many bars earlier that one stands. */
  static final int DISTANCE = 14;

  /** Side feature: what the plan says that the next bar is to an earlier one. */
  static final int NEXT_RELATION = 15;

  /** Side feature: bars to the end of the phrase by the plan, 1 to 8, more being 8. */
  static final int PHRASE_LEFT = 16;

  /** Side feature: whether the tune ends with the bar, or with one that returns from it. */
  static final int LAST = 17;

  /** Side feature: whether the bar has left the one that it returns from. */
  static final int LEFT = 18;

  /**
   * Side feature: the step at this place of the bar that this one returns from, moved like the
   * first note of the bar where the plan says so: hold, rest, or the onset of a pitch.
   */
  static final int EXPECTED = 19;

  /**
   * Side feature: bars left, modulo 16, where the header does not leave it open. Strains are
   * counted from the end, since a pickup shifts them from the start.
   */
  static final int PHASE = 20;

  /**
   * Side feature: the step at this place so many bars ago, hold, rest, or the onset of a pitch; one
   * feature for each of {@link #LOOKBACKS}. So phrases can come back (Waite 2016, the lookback
   * RNN).
   */
  static final int LOOKBACK = 21;

  /** Numbers of bars that are looked back. */
  static final int[] LOOKBACKS = {1, 2, 4, 8};

  /** Number of side features F. */
  static final int FEATURES = LOOKBACK + LOOKBACKS.length;

  static final int BAR_CYCLE = 16;
  static final int OLDEST = 48;
  static final int OCTAVE = 12;
  static final int LONGEST_PHRASE = 8;

  private static final int PITCHES =
      MelodyVocabulary.HIGHEST_PITCH - MelodyVocabulary.LOWEST_PITCH + 1;

  /** Number of values of each side feature; those that look back have those of the last entry. */
  private static final int[] SIZES = {
    288,
    144,
    Metres.ALL.size(),
    OCTAVE,
    MelodyVocabulary.MODES.size(),
    BarPosition.LEFT_SIZE,
    BAR_CYCLE,
    PITCHES,
    OLDEST,
    MelodyVocabulary.GRIDS.size(),
    HeaderCursor.SLOTS + 1,
    OCTAVE,
    2 * OCTAVE + 1,
    BarRelation.values().length,
    1 + PlannedBar.FARTHEST,
    BarRelation.values().length,
    LONGEST_PHRASE,
    2,
    2,
    2 + PITCHES,
    BAR_CYCLE,
    2 + PITCHES
  };

  private static final int[] TABLE_START = tableStarts();

  private MelodyFeatures() {}

  /** Size of the table that all side features index. */
  static int tableSize() {
    return TABLE_START[FEATURES];
  }

  /** Sets a feature to a value, counted from 0. */
  static void set(int[] into, int feature, int value) {
    into[feature] = TABLE_START[feature] + value;
  }

  private static int[] tableStarts() {
    int[] starts = new int[FEATURES + 1];
    for (int feature = 0; feature < FEATURES; feature++) {
      starts[feature + 1] = starts[feature] + SIZES[Math.min(feature, LOOKBACK)];
    }
    return starts;
  }
}
