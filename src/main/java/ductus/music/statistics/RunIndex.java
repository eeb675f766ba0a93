package ductus.music.statistics;

import ductus.math.PlaceRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of 4, 8 and 12 notes, or of other lengths, that stand in a set of pieces, to tell how
 * much of another piece is copied from it. Immutable.
 *
 * <p>A run of n notes is known by its n-1 intervals in semitones and the n durations of its notes,
 * so that a transposed copy counts, in any key and on any grid. A duration goes from one onset to
 * the next, in exact fractions of a quarter note: a copy played shorter or longer against its rests
 * is a copy all the same. Only the last note of a melody has none after it; its sounding length
 * stands in. Bar lines and metre do not count.
 *
 * <p>Each run is kept as a hash of 64 bits. With ten million runs in the index, one new run in two
 * million million is taken for a copy by chance.
 */
public final class RunIndex {
  /** The usual lengths n, in notes. */
  public static final List<Integer> LENGTHS = List.of(4, 8, 12);

  private final List<Integer> lengths;
  private final long[][] runs;

  private RunIndex(List<Integer> lengths, long[]... runs) {
    this.lengths = List.copyOf(lengths);
    this.runs = runs;
  }

  /** Collects the runs of 4, 8 and 12 notes of all lines. */
  public static RunIndex build(List<NoteLine> lines) {
    return build(lines, LENGTHS);
  }

  /** Collects the runs of some lengths. */
  public static RunIndex build(List<NoteLine> lines, List<Integer> lengths) {
    long[][] runs = new long[lengths.size()][];
    for (int i = 0; i < runs.length; i++) {
      int n = lengths.get(i);
      long[] all = hashes(lines, n);
      Arrays.sort(all);
      runs[i] = withoutRepeats(all);
    }
    return new RunIndex(lengths, runs);
  }

  /** The hashes of the runs of all lines, in one array of that size: there may be millions. */
  private static long[] hashes(List<NoteLine> lines, int n) {
    long[] all =
        new long[lines.stream().mapToInt(line -> Math.max(0, line.length() - n + 1)).sum()];
    int filled = 0;
    for (NoteLine line : lines) {
      long[] hashes = hashes(line, n);
      System.arraycopy(hashes, 0, all, filled, hashes.length);
      filled += hashes.length;
    }
    return all;
  }

  /** The hashes without repetitions; modifies its argument. */
  private static long[] withoutRepeats(long[] ascending) {
    int kept = 0;
    for (long each : ascending) {
      if (kept == 0 || ascending[kept - 1] != each) {
        ascending[kept++] = each;
      }
    }
    return Arrays.copyOf(ascending, kept);
  }

  /**
   * Returns the index that {@link #runs} gave these arrays of. Copies them.
   *
   * @param runs4 hashes of the runs of 4 notes, ascending, each once
   * @param runs8 of 8 notes
   * @param runs12 of 12 notes
   */
  public static RunIndex of(long[] runs4, long[] runs8, long[] runs12) {
    return new RunIndex(LENGTHS, ascending(runs4), ascending(runs8), ascending(runs12));
  }

  /** The lengths of the index's runs, in notes. */
  public List<Integer> lengths() {
    return lengths;
  }

  /** The hashes of the runs of {@code n} notes: ascending, each once, the caller's own copy. */
  public long[] runs(int n) {
    return of(n).clone();
  }

  /**
   * Share of the lines' runs of {@code n} notes that stand in the index, each place counted: copied
   * ones over all; 0 where there is none.
   */
  public double share(List<NoteLine> lines, int n) {
    long[] known = of(n);
    long copied = 0;
    long total = 0;
    for (NoteLine line : lines) {
      for (long hash : hashes(line, n)) {
        total++;
        if (Arrays.binarySearch(known, hash) >= 0) {
          copied++;
        }
      }
    }
    return total == 0 ? 0 : (double) copied / total;
  }

  private long[] of(int n) {
    int index = lengths.indexOf(n);
    if (index < 0) {
      throw new IllegalArgumentException("run length must be one of " + lengths + " but was " + n);
    }
    return runs[index];
  }

  /** One hash for each place of the line at which a run of n notes begins. */
  private static long[] hashes(NoteLine line, int n) {
    long[] hashes = new long[Math.max(0, line.length() - n + 1)];
    for (int first = 0; first < hashes.length; first++) {
      long hash = n;
      for (int i = first; i < first + n; i++) {
        hash = mix(hash, line.duration(i));
        if (i > first) {
          hash = mix(hash, line.interval(i));
        }
      }
      hashes[first] = hash;
    }
    return hashes;
  }

  /** Takes one more value into a hash. Indexes on disk depend on it. */
  static long mix(long hash, long value) {
    return PlaceRandom.bits(hash ^ value, 1);
  }

  private static long[] ascending(long[] runs) {
    for (int i = 1; i < runs.length; i++) {
      if (runs[i - 1] >= runs[i]) {
        throw new IllegalArgumentException("runs must be ascending but are not at " + i);
      }
    }
    return runs.clone();
  }
}
