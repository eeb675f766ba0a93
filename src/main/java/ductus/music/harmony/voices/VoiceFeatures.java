package ductus.music.harmony.voices;

/**
 * What a beat of a chorale looks like to a network that says what one voice sings, as rows of a
 * table: which voice that is; the note of each voice, or that it is hidden; how far the ends are.
 * Labels are pitches from {@value #LOWEST} on, and after the highest one a rest.
 */
public final class VoiceFeatures {
  /** Version of the features; models made with another are refused. */
  public static final int VERSION = 1;

  /** Rows a beat. */
  public static final int PER_BEAT = 7;

  /** Lowest pitch that has a label. */
  public static final int LOWEST = 33;

  /** Highest pitch that has a label. */
  public static final int HIGHEST = 86;

  private static final int REST_LABEL = HIGHEST - LOWEST + 1;

  /** Number of labels. */
  public static final int LABELS = REST_LABEL + 1;

  private static final int NOTES_OF_VOICE = LABELS + 1;
  private static final int TARGET = Chorale.VOICES * NOTES_OF_VOICE;
  private static final int FROM_START = TARGET + Chorale.VOICES;
  private static final int MOST_FROM_START = 4;
  private static final int TO_END = FROM_START + MOST_FROM_START;
  private static final int MOST_TO_END = 8;

  /** Rows of the table. */
  public static final int TABLE_ROWS = TO_END + MOST_TO_END;

  private VoiceFeatures() {}

  /** The label of a pitch, or of a rest. */
  public static int label(int pitch) {
    if (pitch == Chorale.REST) {
      return REST_LABEL;
    }
    return Math.max(LOWEST, Math.min(HIGHEST, pitch)) - LOWEST;
  }

  /** The pitch of a label, or {@link Chorale#REST}. */
  public static int pitch(int label) {
    return label == REST_LABEL ? Chorale.REST : label + LOWEST;
  }

  /**
   * Rows of each beat [T×{@value #PER_BEAT}].
   *
   * @param pitches of all voices [T×4]
   * @param hidden which of them are not to be seen [T×4]
   * @param voice that the network is asked for
   */
  public static int[] of(int[] pitches, boolean[] hidden, int voice) {
    int beats = pitches.length / Chorale.VOICES;
    int[] rows = new int[beats * PER_BEAT];
    for (int t = 0; t < beats; t++) {
      int at = t * PER_BEAT;
      for (int v = 0; v < Chorale.VOICES; v++) {
        int place = t * Chorale.VOICES + v;
        rows[at + v] = v * NOTES_OF_VOICE + (hidden[place] ? LABELS : label(pitches[place]));
      }
      rows[at + 4] = TARGET + voice;
      rows[at + 5] = FROM_START + Math.min(MOST_FROM_START - 1, t);
      rows[at + 6] = TO_END + Math.min(MOST_TO_END - 1, beats - 1 - t);
    }
    return rows;
  }
}
