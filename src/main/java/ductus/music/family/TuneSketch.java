package ductus.music.family;

import ductus.math.PlaceRandom;
import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What sounds at places of a melody's bars that have the same number in 2/4 written in sixteenths
 * and in 4/4 written in eighths: what a tune keeps when it is turned and graced in another way.
 * Immutable.
 */
final class TuneSketch {
  /** The first bars are enough to know a tune by. */
  private static final int MOST_BARS = 64;

  /** Places of a bar that is divided in two. */
  private static final int PLACES = 8;

  /** The strong places in a row whose pitches are looked up. */
  private static final int RUN = 6;

  /** Bars that are compared together. */
  private static final int PHRASE = 4;

  /** Shifts of pitch that are tried, of those by which the two have most in common. */
  private static final int SHIFTS = 3;

  private static final int PITCHES = 128;

  /** Share of the places; of pairs of tunes drawn by lot one in a hundred has 0.36. */
  private static final double ALIKE = 0.65;

  /** Of tunes of fewer bars than {@link #LONG}, which have too little to be alike by chance. */
  private static final double ALIKE_SHORT = 0.8;

  private static final int LONG = 16;

  /** Semitones; two octaves, since voices and fifes are written as it suits them. */
  private static final int WIDEST_SHIFT = 24;

  /** The sketch of what is no tune. */
  static final TuneSketch NONE = new TuneSketch(new byte[0][], new long[0]);

  /** The pitches at the places of each whole bar. */
  private final byte[][] bars;

  private final long[] runs;

  private TuneSketch(byte[][] bars, long[] runs) {
    this.bars = bars;
    this.runs = runs;
  }

  /** The sketch of a melody from its first whole bar on. */
  static TuneSketch of(Melody melody) {
    List<byte[]> bars = new ArrayList<>();
    List<Integer> strong = new ArrayList<>();
    List<MelodyNote> notes = melody.notes();
    int note = 0;
    for (Bar bar : melody.bars()) {
      if (notes.isEmpty() || notes.get(0).onset() > bar.start() || bars.size() == MOST_BARS) {
        continue;
      }
      byte[] pitches = new byte[places(bar.metre())];
      int beat = bar.metre().isCompound() ? 3 : 2;
      for (int i = 0; i < pitches.length; i++) {
        // In whole numbers, so that what begins at the place is there: start + i * length / places.
        while (note + 1 < notes.size()
            && (notes.get(note + 1).onset() - bar.start()) * pitches.length <= i * bar.length()) {
          note++;
        }
        pitches[i] = (byte) notes.get(note).pitch();
        if (i % beat == 0) {
          strong.add(notes.get(note).pitch());
        }
      }
      bars.add(pitches);
    }
    return new TuneSketch(bars.toArray(byte[][]::new), runs(strong));
  }

  private static int places(TimeSignature metre) {
    int beats = metre.numerator();
    if (metre.isCompound()) {
      return beats;
    }
    return beats == 2 || beats == 4 ? PLACES : 2 * beats;
  }

  private static long[] runs(List<Integer> strong) {
    long[] runs = new long[Math.max(0, strong.size() - RUN + 1)];
    for (int first = 0; first < runs.length; first++) {
      long hash = RUN;
      for (int i = first + 1; i < first + RUN; i++) {
        hash = PlaceRandom.bits(hash ^ (strong.get(i) - strong.get(first)), 1);
      }
      runs[first] = hash;
    }
    return Arrays.stream(runs).sorted().distinct().toArray();
  }

  /** Hashes of the runs of strong places, ascending, each once; not to be modified. */
  long[] runs() {
    return runs;
  }

  /**
   * Whether two sketches have the same pitch at most places, one of them shifted: each phrase of
   * the shorter one is laid where it fits best in the other. The same in both orders.
   */
  static boolean areAlike(TuneSketch one, TuneSketch other) {
    int order =
        Comparator.<byte[][]>comparingInt(bars -> bars.length)
            .thenComparing(bars -> Arrays.deepHashCode(bars))
            .compare(one.bars, other.bars);
    TuneSketch shorter = order <= 0 ? one : other;
    TuneSketch longer = order <= 0 ? other : one;
    double enough = shorter.bars.length < LONG ? ALIKE_SHORT : ALIKE;
    for (int shift : shorter.shifts(longer)) {
      if (shorter.likeness(longer, shift) >= enough) {
        return true;
      }
    }
    return false;
  }

  /** The shifts by which the pitches of another sketch are most alike to those of this one. */
  private int[] shifts(TuneSketch other) {
    int[] here = counts();
    int[] there = other.counts();
    long[] common = new long[2 * WIDEST_SHIFT + 1];
    for (int i = 0; i < common.length; i++) {
      int shift = i - WIDEST_SHIFT;
      long alike = 0;
      for (int pitch = Math.max(0, -shift); pitch < PITCHES - Math.max(0, shift); pitch++) {
        alike += Math.min(here[pitch], there[pitch + shift]);
      }
      common[i] = alike;
    }
    return IntStream.range(0, common.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -common[i]))
        .limit(SHIFTS)
        .mapToInt(i -> i - WIDEST_SHIFT)
        .toArray();
  }

  private int[] counts() {
    int[] counts = new int[PITCHES];
    for (byte[] bar : bars) {
      for (int pitch : bar) {
        counts[pitch]++;
      }
    }
    return counts;
  }

  private double likeness(TuneSketch other, int shift) {
    double sum = 0;
    int phrases = 0;
    for (int from = 0; from + PHRASE <= bars.length; from += PHRASE) {
      double best = 0;
      for (int at = 0; at + PHRASE <= other.bars.length; at++) {
        best = Math.max(best, likeness(from, other, at, shift));
      }
      sum += best;
      phrases++;
    }
    return phrases == 0 ? 0 : sum / phrases;
  }

  private double likeness(int from, TuneSketch other, int at, int shift) {
    int same = 0;
    int all = 0;
    for (int i = 0; i < PHRASE; i++) {
      byte[] here = bars[from + i];
      byte[] there = other.bars[at + i];
      all += here.length;
      for (int k = 0; k < here.length && here.length == there.length; k++) {
        same += here[k] + shift == there[k] ? 1 : 0;
      }
    }
    return (double) same / all;
  }
}
