package ductus.series.network;

import ductus.series.TimeSeries;
import ductus.train.BatchSource;
import ductus.train.ExampleBatches;
import ductus.train.plan.TrainingPlan;
import java.util.Collections;

/** Lessons of the parts of a series: windows of the first to learn, the second to choose by. */
public final class SeriesBatches {
  /** Updates of an epoch; a series has no natural one. */
  private static final int BATCHES = 16;

  /** A window's share that is read before it says what is expected. */
  private static final int WARMUP_PART = 8;

  /** Windows are a third of what there is to learn, at most. */
  private static final int FEWEST_WINDOWS = 3;

  private SeriesBatches() {}

  /**
   * Lessons for a network.
   *
   * @param window rows that are learned at a time
   */
  public static BatchSource of(
      SeriesObjective teaching,
      TimeSeries series,
      SeriesParts parts,
      int window,
      TrainingPlan plan) {
    int length = Math.max(2, Math.min(window + 1, parts.validation() / FEWEST_WINDOWS));
    int warmup = Math.max(1, length / WARMUP_PART);
    return new ExampleBatches<>(
        teaching,
        plan,
        Collections.nCopies(
            BATCHES * plan.batching().sequences(),
            new SeriesExample(series, parts.validation(), length, warmup)),
        parts.validationWindows(series));
  }
}
