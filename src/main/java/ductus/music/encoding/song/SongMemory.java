package ductus.music.encoding.song;

import ductus.model.Sequence;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a song at each of its steps, while it is drawn: beginnings of chords, of notes of
 * the tune and of strokes of the piano, as their tokens say them, so that what returns in another
 * key, or over another chord, is the same.
 */
final class SongMemory {
  private static final int[] NO_KEYS = new int[0];

  private int[] chords = filled(512);
  private int[] tune = filled(512);
  private int[] levels = filled(512);
  private int[][] keys = new int[512][];
  private int[][] holds = new int[512][];

  /** First step of each bar, and behind the last one. */
  private int[] bars = new int[64];

  private int barCount;

  /** Begins a bar of so many steps. */
  void addBar(int steps) {
    if (barCount + 2 > bars.length) {
      bars = Arrays.copyOf(bars, 2 * bars.length);
    }
    bars[barCount + 1] = bars[barCount] + steps;
    barCount++;
    int needed = bars[barCount];
    if (needed > chords.length) {
      int size = Math.max(needed, 2 * chords.length);
      chords = grown(chords, size);
      tune = grown(tune, size);
      levels = grown(levels, size);
      keys = Arrays.copyOf(keys, size);
      holds = Arrays.copyOf(holds, size);
    }
  }

  /** Changes the length of the last bar, in which nothing stands yet. */
  void setBar(int steps) {
    barCount--;
    addBar(steps);
  }

  int barCount() {
    return barCount;
  }

  int start(int bar) {
    return bars[bar];
  }

  int length(int bar) {
    return bars[bar + 1] - bars[bar];
  }

  void setChord(int step, int chord) {
    chords[step] = chord;
  }

  void setTune(int step, int note) {
    tune[step] = note;
  }

  void strike(int step, int key, int hold, int level) {
    int[] there = keysAt(step);
    int[] grown = Arrays.copyOf(there, there.length + 1);
    int[] held = holds[step] == null ? NO_KEYS : holds[step];
    int[] grownHolds = Arrays.copyOf(held, there.length + 1);
    grown[there.length] = key;
    grownHolds[there.length] = hold;
    keys[step] = grown;
    holds[step] = grownHolds;
    levels[step] = level;
  }

  int chord(int step) {
    return chords[step];
  }

  /** The note of the tune that begins at a step, {@link #rest} or none. */
  int tune(int step) {
    return tune[step];
  }

  /** The end of a note of the tune, in the place of a note. */
  static int rest() {
    return SongVocabulary.PITCHES;
  }

  int level(int step) {
    return levels[step];
  }

  int[] keysAt(int step) {
    int @Nullable [] there = keys[step];
    return there == null ? NO_KEYS : there;
  }

  int holdAt(int step, int place) {
    return holds[step][place];
  }

  /** The place among the keys struck at a step of the first one above an interval; −1 if none. */
  int above(int step, int interval) {
    int[] there = keysAt(step);
    for (int i = 0; i < there.length; i++) {
      if (there[i] > interval) {
        return i;
      }
    }
    return Sequence.NONE;
  }

  private static int[] filled(int size) {
    int[] values = new int[size];
    Arrays.fill(values, Sequence.NONE);
    return values;
  }

  private static int[] grown(int[] values, int size) {
    int[] grown = Arrays.copyOf(values, size);
    Arrays.fill(grown, values.length, size, Sequence.NONE);
    return grown;
  }
}
