package ductus.music.family;

import ductus.music.Melody;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the tunes that are versions of one another: under another name, in another key, turned and
 * graced in another way, written in other note values.
 *
 * <p>Two tunes are one if half of the runs of six strong places of the one stand in the other, or
 * if two thirds of their places are alike where each phrase of four bars is laid where it fits
 * best; only pairs with some runs in common are compared so. What is one with a third is one: a
 * family.
 */
public final class TuneFamilies {
  /** Times that each piece is looked at: sketched, and compared. */
  public static final int LOOKS = 2;

  private static final int MOST_PIECES = 100_000;

  /** Share of the runs from which on two tunes are compared. */
  private static final double WORTH_COMPARING = 0.15;

  private static final double SAME_RUNS = 0.5;

  /** A tune of fewer runs counts as one of so many. */
  private static final int LEAST_RUNS = 8;

  /** Runs that stand in more tunes, such as of one note again and again, tell nothing. */
  private static final int COMMONPLACE = 100;

  /** Bits of an entry of the index that say which tune it is. */
  private static final int TUNE_BITS = 24;

  private final List<TuneSketch> sketches;

  /** A run in the high bits, a tune in the low ones; ascending. */
  private final long[] index;

  private final int[] parents;

  private TuneFamilies(List<TuneSketch> sketches) {
    this.sketches = sketches;
    index = new long[sketches.stream().mapToInt(sketch -> sketch.runs().length).sum()];
    parents = new int[sketches.size()];
    int filled = 0;
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
      for (long run : sketches.get(i).runs()) {
        index[filled++] = entry(run, i);
      }
    }
    Arrays.sort(index);
  }

  /**
   * Finds the families of some pieces.
   *
   * @param pieces in any order; of more than {@value #MOST_PIECES} each is taken for a family,
   *     since the index would be larger than all that a training holds
   * @param tune of a piece; empty for what is no tune, and of no family
   * @return of each piece the place of the first piece of its family: its own, where it is alone
   */
  public static <T> int[] of(List<T> pieces, Function<T, Optional<Melody>> tune) {
    return of(pieces, tune, () -> {});
  }

  /**
   * Finds the families as {@link #of(List, Function)} does.
   *
   * @param each run {@value #LOOKS} times for each piece, on several threads; not where there are
   *     too many pieces
   */
  public static <T> int[] of(List<T> pieces, Function<T, Optional<Melody>> tune, Runnable each) {
    if (pieces.size() > MOST_PIECES) {
      return IntStream.range(0, pieces.size()).toArray();
    }
    List<TuneSketch> sketches =
        pieces.parallelStream()
            .map(
                piece -> {
                  each.run();
                  return tune.apply(piece).map(TuneSketch::of).orElse(TuneSketch.NONE);
                })
            .toList();
    return new TuneFamilies(sketches).found(each);
  }

  private int[] found(Runnable each) {
    int[] common = new int[parents.length];
    int[] touched = new int[parents.length];
    for (int tune = 0; tune < parents.length; tune++) {
      each.run();
      int count = countCommon(tune, common, touched);
      for (int i = 0; i < count; i++) {
        int other = touched[i];
        if (root(tune) != root(other) && isSame(tune, other, common[other])) {
          join(tune, other);
        }
        common[other] = 0;
      }
    }
    int[] families = new int[parents.length];
    Arrays.setAll(families, this::root);
    return families;
  }

  /**
   * Counts the runs that a tune has in common with each one before it.
   *
   * @param common runs, by tune; 0 before
   * @param touched the tunes that have some, in front
   * @return number of those
   */
  private int countCommon(int tune, int[] common, int[] touched) {
    int count = 0;
    for (long run : sketches.get(tune).runs()) {
      int from = Arrays.binarySearch(index, entry(run, 0));
      from = from < 0 ? -from - 1 : from;
      int to = from;
      while (to < index.length && to - from <= COMMONPLACE && isOf(index[to], run)) {
        to++;
      }
      for (int i = from; i < to && to - from <= COMMONPLACE; i++) {
        int other = (int) (index[i] & ((1 << TUNE_BITS) - 1));
        if (other < tune && common[other]++ == 0) {
          touched[count++] = other;
        }
      }
    }
    return count;
  }

  private boolean isSame(int tune, int other, int common) {
    TuneSketch one = sketches.get(tune);
    TuneSketch two = sketches.get(other);
    double least = Math.max(LEAST_RUNS, Math.min(one.runs().length, two.runs().length));
    return common >= SAME_RUNS * least
        || (common >= WORTH_COMPARING * least && TuneSketch.areAlike(one, two));
  }

  private static long entry(long run, int tune) {
    return (run & -(1L << TUNE_BITS)) | tune;
  }

  private static boolean isOf(long entry, long run) {
    return entry >>> TUNE_BITS == run >>> TUNE_BITS;
  }

  private int root(int tune) {
    int root = tune;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** The first tune of the two families becomes that of both. */
  private void join(int one, int other) {
    int first = Math.min(root(one), root(other));
    parents[Math.max(root(one), root(other))] = first;
  }
}
