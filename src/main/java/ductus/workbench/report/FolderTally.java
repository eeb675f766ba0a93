package ductus.workbench.report;

import ductus.workbench.report.PieceSummary.Tune;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts what is in a folder of music. Holds no more than there are different things to count. */
public final class FolderTally implements Tally<PieceSummary, FolderTally> {
  private static final long serialVersionUID = 1L;
  private static final double MICROSECONDS = 1e6;

  private long pieces;
  private long duplicates;
  private long notes;

  /** Whole ones, which add up to the same in any order. */
  private long microseconds;

  private final NavigableMap<String, Long> leftOut = new TreeMap<>();
  private final NavigableMap<String, Long> metres = new TreeMap<>();
  private final NavigableMap<String, Long> refusals = new TreeMap<>();
  private final NavigableMap<String, Long> keys = new TreeMap<>();
  private final NavigableMap<String, Long> modes = new TreeMap<>();
  private final NavigableMap<String, Long> grids = new TreeMap<>();
  private final NavigableMap<Integer, Long> bars = new TreeMap<>();
  private final NavigableMap<Integer, Long> lengths = new TreeMap<>();
  private final NavigableMap<Integer, Long> pitches = new TreeMap<>();

  @Override
  public void add(String path, PieceSummary piece) {
    pieces++;
    notes += piece.notes();
    microseconds += Math.round(piece.seconds() * MICROSECONDS);
    count(metres, piece.metre(), 1);
    if (!piece.refusal().isEmpty()) {
      count(refusals, Count.withoutNumbers(piece.refusal()), 1);
    }
    Tune tune = piece.tune();
    if (tune != null) {
      count(keys, tune.key(), 1);
      count(modes, tune.mode(), 1);
      count(grids, String.valueOf(tune.stepsPerQuarter()), 1);
      count(bars, tune.bars(), 1);
      count(lengths, tune.pitches().size(), 1);
      tune.pitches().forEach(pitch -> count(pitches, pitch, 1));
    }
  }

  @Override
  public void addDuplicate() {
    duplicates++;
  }

  @Override
  public void addLeftOut(String reason) {
    count(leftOut, Count.withoutNumbers(reason), 1);
  }

  @Override
  public void add(FolderTally other) {
    pieces += other.pieces;
    duplicates += other.duplicates;
    notes += other.notes;
    microseconds += other.microseconds;
    addAll(leftOut, other.leftOut);
    addAll(metres, other.metres);
    addAll(refusals, other.refusals);
    addAll(keys, other.keys);
    addAll(modes, other.modes);
    addAll(grids, other.grids);
    addAll(bars, other.bars);
    addAll(lengths, other.lengths);
    addAll(pitches, other.pitches);
  }

  private static <K> void addAll(NavigableMap<K, Long> to, NavigableMap<K, Long> from) {
    from.forEach((what, count) -> count(to, what, count));
  }

  private static <K> void count(NavigableMap<K, Long> counts, K what, long times) {
    counts.merge(what, times, Long::sum);
  }

  private static long total(NavigableMap<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The report on what was counted.
   *
   * @param folder its path or address
   * @param same duplicates to name
   * @param unread left-out files to name
   */
  public FolderReport report(
      String folder, List<FolderReport.Same> same, List<FolderReport.Unread> unread) {
    long out = total(leftOut);
    long melodies = total(bars);
    return new FolderReport(
        folder,
        new FolderReport.FileCounts(
            PieceSummary.KIND.name(),
            Math.toIntExact(pieces + duplicates + out),
            Math.toIntExact(pieces),
            Math.toIntExact(duplicates),
            Math.toIntExact(out),
            Count.of(leftOut)),
        Count.of(metres),
        notes,
        microseconds / MICROSECONDS,
        new FolderReport.Melodies(
            Math.toIntExact(melodies),
            Math.toIntExact(pieces - melodies),
            Count.of(refusals),
            Count.of(keys),
            Count.of(modes),
            Count.of(grids),
            FolderReport.Spread.of(bars),
            FolderReport.Spread.of(lengths),
            FolderReport.Spread.of(pitches)),
        same,
        unread);
  }
}
