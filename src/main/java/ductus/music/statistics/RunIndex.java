package ductus.music.statistics;

import ductus.math.Divisor;
import ductus.math.PlaceRandom;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of 4, 8 and 12 notes that stand in a set of melodies, to tell how much of another melody
 * is copied from it. Immutable.
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
  /** The lengths n that are kept, in notes. */
  public static final List<Integer> LENGTHS = List.of(4, 8, 12);

  private final long[][] runs;

  private RunIndex(long[]... runs) {
    this.runs = runs;
  }

  /** Collects the runs of all melodies. */
  public static RunIndex build(List<Melody> melodies) {
    long[][] runs = new long[LENGTHS.size()][];
    for (int i = 0; i < runs.length; i++) {
      int n = LENGTHS.get(i);
      long[] all = melodies.stream().flatMapToLong(m -> Arrays.stream(hashes(m, n))).toArray();
      Arrays.sort(all);
      runs[i] = Arrays.stream(all).distinct().toArray();
    }
    return new RunIndex(runs);
  }

  /**
   * The index that {@link #runs} gave these arrays of. Copies them.
   *
   * @param runs4 hashes of the runs of 4 notes, ascending, each once
   * @param runs8 of 8 notes
   * @param runs12 of 12 notes
   */
  public static RunIndex of(long[] runs4, long[] runs8, long[] runs12) {
    return new RunIndex(ascending(runs4), ascending(runs8), ascending(runs12));
  }

  /** The hashes of the runs of {@code n} notes: ascending, each once, the caller's own copy. */
  public long[] runs(int n) {
    return of(n).clone();
  }

  /**
   * Share of the melody's runs of {@code n} notes that stand in the index, each place in the melody
   * counted; 0 for a melody of fewer than {@code n} notes.
   */
  public double share(Melody melody, int n) {
    return share(List.of(melody), n);
  }

  /** Share of the runs of all melodies together: copied ones over all; 0 where there is none. */
  public double share(List<Melody> melodies, int n) {
    long[] known = of(n);
    long copied = 0;
    long total = 0;
    for (Melody melody : melodies) {
      for (long hash : hashes(melody, n)) {
        total++;
        if (Arrays.binarySearch(known, hash) >= 0) {
          copied++;
        }
      }
    }
    return total == 0 ? 0 : (double) copied / total;
  }

  private long[] of(int n) {
    int index = LENGTHS.indexOf(n);
    if (index < 0) {
      throw new IllegalArgumentException("run length must be one of " + LENGTHS + " but was " + n);
    }
    return runs[index];
  }

  /** One hash for each place of the melody at which a run of n notes begins. */
  private static long[] hashes(Melody melody, int n) {
    List<MelodyNote> notes = melody.notes();
    long[] hashes = new long[Math.max(0, notes.size() - n + 1)];
    for (int first = 0; first < hashes.length; first++) {
      long hash = n;
      for (int i = first; i < first + n; i++) {
        hash = mix(hash, duration(melody, i));
        if (i > first) {
          hash = mix(hash, notes.get(i).pitch() - notes.get(i - 1).pitch());
        }
      }
      hashes[first] = hash;
    }
    return hashes;
  }

  /** Quarter notes to the next onset, as a reduced fraction in the two halves of a long. */
  private static long duration(Melody melody, int index) {
    List<MelodyNote> notes = melody.notes();
    MelodyNote note = notes.get(index);
    int end = index + 1 < notes.size() ? notes.get(index + 1).onset() : note.end();
    int steps = end - note.onset();
    long divisor = Divisor.greatestCommon(steps, melody.stepsPerQuarter());
    return ((steps / divisor) << 32) | (melody.stepsPerQuarter() / divisor);
  }

  /** Takes one more value into a hash. Indexes on disk depend on it. */
  private static long mix(long hash, long value) {
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
