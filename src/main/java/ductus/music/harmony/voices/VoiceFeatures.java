package ductus.music.harmony.voices;

import ductus.music.Key;

/**
 * The features of a beat of a chorale for a network that says what one voice sings, as rows of a
 * table: which voice that is; the note of each voice, or that it is hidden; how far the ends are;
 * keynote and mode. Notes are read and told as if the keynote were C, in the nearest octave, so
 * that what is learned in one key holds in all; the keynote itself says where the voices' ranges
 * are. Labels are such pitches from {@value #LOWEST} on, and after the highest one a rest.
 */
public final class VoiceFeatures {
  /** Version of the features; models made with another are refused. */
  public static final int VERSION = 2;

  /** Number of rows a beat. */
  public static final int PER_BEAT = 8;

  /** Lowest pitch that has a label where the keynote is C. */
  public static final int LOWEST = 28;

  /** Highest pitch that has a label where the keynote is C. */
  public static final int HIGHEST = 91;

  private static final int REST_LABEL = HIGHEST - LOWEST + 1;

  /** Number of labels. */
  public static final int LABELS = REST_LABEL + 1;

  private static final int NOTES_OF_VOICE = LABELS + 1;
  private static final int TARGET = Chorale.VOICES * NOTES_OF_VOICE;
  private static final int FROM_START = TARGET + Chorale.VOICES;
  private static final int MOST_FROM_START = 4;
  private static final int TO_END = FROM_START + MOST_FROM_START;
  private static final int MOST_TO_END = 8;

  private static final int OCTAVE = 12;
  private static final int HIGHEST_TONIC = 6;
  private static final int KEY = TO_END + MOST_TO_END;

  /** Number of rows of the table. */
  public static final int TABLE_ROWS = KEY + 2 * OCTAVE;

  private VoiceFeatures() {}

  /** The label of a pitch in a key, or of a rest. */
  public static int label(int pitch, Key key) {
    if (pitch == Chorale.REST) {
      return REST_LABEL;
    }
    return Math.max(LOWEST, Math.min(HIGHEST, pitch - fromC(key))) - LOWEST;
  }

  /** The pitch of a label in a key, or {@link Chorale#REST}. */
  public static int pitch(int label, Key key) {
    return label == REST_LABEL ? Chorale.REST : label + LOWEST + fromC(key);
  }

  /** Semitones from the nearest C to the keynote, -5 to 6. */
  private static int fromC(Key key) {
    return key.tonic() > HIGHEST_TONIC ? key.tonic() - OCTAVE : key.tonic();
  }

  /**
   * The rows of each beat [T×{@value #PER_BEAT}].
   *
   * @param pitches of all voices [T×4]
   * @param hidden which of them are not to be seen [T×4]
   * @param voice that the network is asked for
   */
  public static int[] of(int[] pitches, boolean[] hidden, int voice, Key key) {
    int beats = pitches.length / Chorale.VOICES;
    int[] rows = new int[beats * PER_BEAT];
    int keyRow = KEY + key.tonic() + (key.mode().hasMinorThird() ? OCTAVE : 0);
    for (int t = 0; t < beats; t++) {
      int at = t * PER_BEAT;
      for (int v = 0; v < Chorale.VOICES; v++) {
        int place = t * Chorale.VOICES + v;
        rows[at + v] = v * NOTES_OF_VOICE + (hidden[place] ? LABELS : label(pitches[place], key));
      }
      rows[at + 4] = TARGET + voice;
      rows[at + 5] = FROM_START + Math.min(MOST_FROM_START - 1, t);
      rows[at + 6] = TO_END + Math.min(MOST_TO_END - 1, beats - 1 - t);
      rows[at + 7] = keyRow;
    }
    return rows;
  }
}
