package ductus.music.touch;

import ductus.model.Sequence;
import ductus.music.Metres;
import ductus.music.drums.Drum;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of each note before it is played: where it stands, what is struck with it, what
 * came and what comes. Each feature has values 0 to its size − 1, or {@link Sequence#NONE}.
 */
final class WrittenFeatures {
  private static final int STEPS = WrittenNote.STEPS_PER_QUARTER;
  private static final int MOST_QUARTERS = 12;
  private static final int PHRASE = 8;
  private static final int GAPS = 16;
  private static final int TEMPOS = 12;
  private static final int SLOWEST_TEMPO = 40;
  private static final int TOGETHER = 8;
  private static final int WIDEST = 24;
  private static final int INTERVALS = 25;
  private static final int DENSITIES = 16;

  /** Steps that are looked back and ahead for how many onsets there are. */
  private static final int NEARBY = 2 * STEPS;

  private static final int DRUMS = Drum.ALL.size();

  /** Upper ends of the classes of gaps, in steps. */
  private static final int[] GAP_ENDS = {2, 3, 4, 5, 6, 8, 11, 12, 17, 18, 24, 36, 48, 96, 192};

  /** How many values each feature has, in their order. */
  private static final int[] SIZES = {
    STEPS, // place in the quarter note
    MOST_QUARTERS, // quarter note of the bar
    Metres.ALL.size(),
    PHRASE, // number of the bar
    TEMPOS,
    128, // pitch
    DRUMS,
    TOGETHER, // notes struck together
    TOGETHER, // notes below it among these
    TOGETHER, // notes above it
    WIDEST + 1, // semitones above the lowest
    WIDEST + 1, // semitones below the highest
    GAPS, // since the last onset
    GAPS, // until the next
    GAPS, // length
    INTERVALS, // of the highest from the highest before
    INTERVALS, // of the highest to the highest behind
    DENSITIES, // onsets just before
    DENSITIES, // onsets just behind
    GAPS, // since the last stroke of this drum
    GAPS, // until the next
  };

  /** The features of a note; behind them, for each drum whether it is struck together with it. */
  static final int COUNT = SIZES.length + DRUMS;

  private final List<WrittenNote> notes;
  private final Player player;
  private final int[][] features;

  /** First and last note of the onset that each note belongs to. */
  private final int[] first;

  private final int[] last;

  /** Computes the features of the notes of a part. */
  WrittenFeatures(Player player, List<WrittenNote> notes) {
    this.player = player;
    this.notes = notes;
    int count = notes.size();
    features = new int[count][COUNT];
    first = new int[count];
    last = new int[count];
    for (int i = 0; i < count; i++) {
      first[i] = i > 0 && step(i) == step(i - 1) ? first[i - 1] : i;
    }
    for (int i = count - 1; i >= 0; i--) {
      last[i] = i < count - 1 && step(i) == step(i + 1) ? last[i + 1] : i;
    }
    int[] onsets = onsets();
    int[] since = gapsOfDrums(false);
    int[] until = gapsOfDrums(true);
    for (int i = 0; i < count; i++) {
      features[i] = features(i, onsets, since[i], until[i]);
    }
  }

  /** How many values a feature has. */
  static int size(int feature) {
    return feature < SIZES.length ? SIZES[feature] : 1;
  }

  /** Writes the features of a note. */
  void copy(int note, int[] into) {
    System.arraycopy(features[note], 0, into, 0, COUNT);
  }

  /** The first of the notes that are struck together with one. */
  int first(int note) {
    return first[note];
  }

  /** The last of the notes that are struck together with one. */
  int last(int note) {
    return last[note];
  }

  private long step(int note) {
    return notes.get(note).step();
  }

  /** Number of onsets before each note, and behind the last one their count. */
  private int[] onsets() {
    int[] onsets = new int[notes.size() + 1];
    for (int i = 0; i < notes.size(); i++) {
      onsets[i + 1] = onsets[i] + (last[i] == i ? 1 : 0);
    }
    return onsets;
  }

  private int[] features(int i, int[] onsets, int since, int until) {
    WrittenNote note = notes.get(i);
    boolean drums = player == Player.DRUMMER;
    int before = first[i] - 1;
    int behind = last[i] + 1;
    int lowest = notes.get(first[i]).pitch();
    int highest = notes.get(last[i]).pitch();
    int[] values = {
      note.place().step() % STEPS,
      Math.min(MOST_QUARTERS - 1, note.place().step() / STEPS),
      note.place().metre(),
      Math.floorMod(note.place().bar(), PHRASE),
      tempo(note.quartersPerMinute()),
      drums ? Sequence.NONE : note.pitch(),
      drum(i),
      Math.min(TOGETHER, last[i] - first[i] + 1) - 1,
      Math.min(TOGETHER - 1, i - first[i]),
      Math.min(TOGETHER - 1, last[i] - i),
      drums ? Sequence.NONE : Math.min(WIDEST, note.pitch() - lowest),
      drums ? Sequence.NONE : Math.min(WIDEST, highest - note.pitch()),
      before < 0 ? Sequence.NONE : gap(note.step() - step(before)),
      behind == notes.size() ? Sequence.NONE : gap(step(behind) - note.step()),
      drums ? Sequence.NONE : gap(note.length()),
      drums || before < 0 ? Sequence.NONE : interval(highest - notes.get(before).pitch()),
      drums || behind == notes.size()
          ? Sequence.NONE
          : interval(notes.get(last[behind]).pitch() - highest),
      onsetsBefore(i, onsets),
      onsetsBehind(i, onsets),
      since,
      until
    };
    int[] all = Arrays.copyOf(values, COUNT);
    if (first[i] < i) {
      System.arraycopy(features[i - 1], SIZES.length, all, SIZES.length, DRUMS);
      return all;
    }
    Arrays.fill(all, SIZES.length, COUNT, Sequence.NONE);
    for (int j = i; drums && j <= last[i]; j++) {
      if (drum(j) != Sequence.NONE) {
        all[SIZES.length + drum(j)] = 0;
      }
    }
    return all;
  }

  /** The drum of a note, as an ordinal; an unknown key is none. */
  private int drum(int i) {
    return player == Player.DRUMMER
        ? Drum.of(notes.get(i).pitch()).map(Drum::ordinal).orElse(Sequence.NONE)
        : Sequence.NONE;
  }

  private int onsetsBefore(int i, int[] onsets) {
    int at = first[i];
    while (at > 0 && step(i) - step(at - 1) <= NEARBY) {
      at = first[at - 1];
    }
    return Math.min(DENSITIES - 1, onsets[first[i]] - onsets[at]);
  }

  private int onsetsBehind(int i, int[] onsets) {
    int at = last[i] + 1;
    while (at < notes.size() && step(at) - step(i) <= NEARBY) {
      at = last[at] + 1;
    }
    return Math.min(DENSITIES - 1, onsets[at] - onsets[last[i] + 1]);
  }

  /**
   * The gap of each note to the stroke of its drum before it, or, backwards, behind it; absent for
   * more than {@link #MOST_QUARTERS}, and where there is none.
   */
  private int[] gapsOfDrums(boolean backwards) {
    int[] gaps = new int[notes.size()];
    long[] near = new long[DRUMS];
    Arrays.fill(near, Long.MIN_VALUE);
    for (int k = 0; k < gaps.length; k++) {
      int i = backwards ? gaps.length - 1 - k : k;
      int drum = drum(i);
      gaps[i] = Sequence.NONE;
      if (drum != Sequence.NONE) {
        boolean known = near[drum] != Long.MIN_VALUE;
        long gap = known ? Math.abs(step(i) - near[drum]) : Long.MAX_VALUE;
        gaps[i] = gap <= (long) STEPS * MOST_QUARTERS ? gap(gap) : Sequence.NONE;
        near[drum] = step(i);
      }
    }
    return gaps;
  }

  private static int gap(long steps) {
    int each = 0;
    while (each < GAP_ENDS.length && steps > GAP_ENDS[each]) {
      each++;
    }
    return each;
  }

  private static int tempo(double quartersPerMinute) {
    double octaves = StrictMath.log(quartersPerMinute / SLOWEST_TEMPO) / StrictMath.log(2);
    return (int) Math.max(0, Math.min(TEMPOS - 1, Math.rint(4 * octaves)));
  }

  private static int interval(int semitones) {
    int half = INTERVALS / 2;
    return Math.max(-half, Math.min(half, semitones)) + half;
  }
}
