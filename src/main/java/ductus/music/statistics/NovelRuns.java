package ductus.music.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells, while a piece is made, whether its last N notes stand in the training pieces: their N-1
 * intervals, and the N-1 durations before the last note, whose own is not known yet. A piece that
 * passes at each of its notes has no run of {@link RunIndex} of that length. Immutable.
 */
public final class NovelRuns {
  /** The shortest run that can be asked about. */
  public static final int SHORTEST = 3;

  private final int notes;
  private final long[] known;

  private NovelRuns(int notes, long[] known) {
    this.notes = notes;
    this.known = known;
  }

  /**
   * Collects the runs of some lines.
   *
   * @param notes N, {@link #SHORTEST} or more
   */
  public static NovelRuns build(List<NoteLine> lines, int notes) {
    if (notes < SHORTEST) {
      throw new IllegalArgumentException(
          "notes of a run must be %d or more but were %d".formatted(SHORTEST, notes));
    }
    long[] hashes =
        lines.stream()
            .flatMapToLong(
                line ->
                    IntStream.rangeClosed(notes, line.length())
                        .mapToLong(end -> hash(line, end, notes)))
            .sorted()
            .distinct()
            .toArray();
    return new NovelRuns(notes, hashes);
  }

  /**
   * Whether the run that ends with a note stands in the training pieces.
   *
   * @param end number of notes up to and with that note
   */
  public boolean holds(NoteLine line, int end) {
    return end >= notes && Arrays.binarySearch(known, hash(line, end, notes)) >= 0;
  }

  private static long hash(NoteLine line, int end, int notes) {
    long hash = notes;
    for (int i = end - notes; i < end; i++) {
      if (i > end - notes) {
        hash = RunIndex.mix(hash, line.interval(i));
      }
      if (i < end - 1) {
        hash = RunIndex.mix(hash, line.duration(i));
      }
    }
    return hash;
  }
}
