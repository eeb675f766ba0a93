package ductus.inspection;

import ductus.corpus.Count;
import ductus.corpus.Counts;
import ductus.inspection.PieceSummary.Tune;
import java.util.List;

/** Counts what is in a folder of music. Holds no more than there are different things to count. */
public final class FolderTally implements Tally<PieceSummary, FolderTally> {
  private static final long serialVersionUID = 1L;
  private static final double MICROSECONDS = 1e6;

  private long pieces;
  private long duplicates;
  private long notes;

  /** Whole ones, which add up to the same in any order. */
  private long microseconds;

  private final Counts<String> leftOut = new Counts<>();
  private final Counts<String> metres = new Counts<>();
  private final Counts<String> refusals = new Counts<>();
  private final Counts<String> keys = new Counts<>();
  private final Counts<String> modes = new Counts<>();
  private final Counts<String> grids = new Counts<>();
  private final Counts<Integer> bars = new Counts<>();
  private final Counts<Integer> lengths = new Counts<>();
  private final Counts<Integer> pitches = new Counts<>();

  @Override
  public void add(String path, PieceSummary piece) {
    pieces++;
    notes += piece.notes();
    microseconds += Math.round(piece.seconds() * MICROSECONDS);
    metres.add(piece.metre());
    if (!piece.refusal().isEmpty()) {
      refusals.add(Count.withoutNumbers(piece.refusal()));
    }
    Tune tune = piece.tune();
    if (tune != null) {
      keys.add(tune.key());
      modes.add(tune.mode());
      grids.add(String.valueOf(tune.stepsPerQuarter()));
      bars.add(tune.bars());
      lengths.add(tune.pitches().size());
      tune.pitches().forEach(pitches::add);
    }
  }

  @Override
  public void addDuplicate() {
    duplicates++;
  }

  @Override
  public void addLeftOut(String reason) {
    leftOut.add(Count.withoutNumbers(reason));
  }

  @Override
  public void add(FolderTally other) {
    pieces += other.pieces;
    duplicates += other.duplicates;
    notes += other.notes;
    microseconds += other.microseconds;
    leftOut.add(other.leftOut);
    metres.add(other.metres);
    refusals.add(other.refusals);
    keys.add(other.keys);
    modes.add(other.modes);
    grids.add(other.grids);
    bars.add(other.bars);
    lengths.add(other.lengths);
    pitches.add(other.pitches);
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
    long out = leftOut.total();
    long melodies = bars.total();
    return new FolderReport(
        folder,
        new FolderReport.FileCounts(
            PieceSummary.KIND.name(),
            Math.toIntExact(pieces + duplicates + out),
            Math.toIntExact(pieces),
            Math.toIntExact(duplicates),
            Math.toIntExact(out),
            Count.of(leftOut.inOrder())),
        Count.of(metres.inOrder()),
        notes,
        microseconds / MICROSECONDS,
        new FolderReport.Melodies(
            Math.toIntExact(melodies),
            Math.toIntExact(pieces - melodies),
            Count.of(refusals.inOrder()),
            Count.of(keys.inOrder()),
            Count.of(modes.inOrder()),
            Count.of(grids.inOrder()),
            FolderReport.Spread.of(bars.inOrder()),
            FolderReport.Spread.of(lengths.inOrder()),
            FolderReport.Spread.of(pitches.inOrder())),
        same,
        unread);
  }
}
