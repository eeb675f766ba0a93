package ductus.music.harmony.tune;

import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.harmony.Beat;
import java.util.Arrays;
import java.util.List;

/**
 * The features of a beat of a tune for a network that looks for its chord, as rows of a table:
 * which notes sound in it and for how long, on which it begins and ends, all counted from the
 * keynote; its place in the bar, in the phrase, and from the end; the mode; the style that is
 * wanted.
 */
public final class BeatFeatures {
  /** Version of the features; models made with another are refused. */
  public static final int VERSION = 2;

  /** Number of rows a beat: twelve for notes and eight more. */
  public static final int PER_BEAT = 20;

  private static final int LENGTHS = 3;
  private static final int FIRST_NOTE = 12 * LENGTHS;
  private static final int LAST_NOTE = FIRST_NOTE + 12;
  private static final int ONSETS = LAST_NOTE + 12;
  private static final int MOST_ONSETS = 6;
  private static final int PLACE = ONSETS + MOST_ONSETS + 1;
  private static final int MOST_BEATS = 8;
  private static final int PHRASE = PLACE + MOST_BEATS * (MOST_BEATS + 1);
  private static final int PHRASE_BARS = 8;
  private static final int TO_END = PHRASE + PHRASE_BARS;
  private static final int MOST_TO_END = 8;
  private static final int MODE = TO_END + MOST_TO_END;
  private static final List<Mode> MODES = List.of(Mode.values());
  private static final int STYLE = MODE + MODES.size();
  private static final List<HarmonyStyle> STYLES = List.of(HarmonyStyle.values());

  /** Number of rows of the table. */
  public static final int TABLE_ROWS = STYLE + STYLES.size();

  private static final int NONE = -1;

  private BeatFeatures() {}

  /** The rows of each beat [T×{@value #PER_BEAT}], negative where there is none. */
  public static int[] of(TuneBeats tune, HarmonyStyle style) {
    List<Beat> beats = tune.beats();
    int[] rows = new int[beats.size() * PER_BEAT];
    Arrays.fill(rows, NONE);
    int firstBar = beats.get(0).bar() + (hasPickup(tune) ? 1 : 0);
    int lastBar = beats.get(beats.size() - 1).bar();
    int next = 0;
    for (int i = 0; i < beats.size(); i++) {
      Beat beat = beats.get(i);
      while (next < tune.notes().size() && tune.notes().get(next).end() <= beat.start()) {
        next++;
      }
      int at = i * PER_BEAT;
      notes(tune, beat, next, rows, at);
      int inBar = Math.min(MOST_BEATS, beat.beatsInBar());
      rows[at + 15] = PLACE + inBar * MOST_BEATS + Math.min(MOST_BEATS - 1, beat.index());
      rows[at + 16] = PHRASE + Math.floorMod(beat.bar() - firstBar, PHRASE_BARS);
      rows[at + 17] = TO_END + Math.min(MOST_TO_END - 1, lastBar - beat.bar());
      rows[at + 18] = MODE + MODES.indexOf(tune.key().mode());
      rows[at + 19] = STYLE + STYLES.indexOf(style);
    }
    return rows;
  }

  private static void notes(TuneBeats tune, Beat beat, int from, int[] rows, int at) {
    double[] parts = new double[12];
    int onsets = 0;
    for (int n = from; n < tune.notes().size() && tune.notes().get(n).onset() < beat.end(); n++) {
      Note note = tune.notes().get(n);
      int degree = Math.floorMod(note.pitch() - tune.key().tonic(), 12);
      long start = Math.max(beat.start(), note.onset());
      parts[degree] +=
          (double) (Math.min(beat.end(), note.end()) - start) / (beat.end() - beat.start());
      onsets += note.onset() >= beat.start() ? 1 : 0;
      if (n == from) {
        rows[at + 12] = FIRST_NOTE + degree;
      }
      rows[at + 13] = LAST_NOTE + degree;
    }
    rows[at + 14] = ONSETS + Math.min(MOST_ONSETS, onsets);
    for (int degree = 0; degree < 12; degree++) {
      if (parts[degree] > 0) {
        int length = Math.min(LENGTHS - 1, (int) (parts[degree] * LENGTHS));
        rows[at + degree] = degree * LENGTHS + length;
      }
    }
  }

  /** Whether the tune begins behind the first beat of its first bar. */
  private static boolean hasPickup(TuneBeats tune) {
    return tune.notes().get(0).onset() >= tune.beats().get(0).end();
  }
}
