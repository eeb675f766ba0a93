package ductus.series.network;

import ductus.series.TimeSeries;
import ductus.train.BatchSource;
import ductus.train.ExampleBatches;
import ductus.train.plan.TrainingPlan;
import java.util.Collections;

/** Lessons of the parts of a series: windows of the first to learn, the second to choose by. */
public final class SeriesBatches {
  /** Number of updates of an epoch; a series has no natural one. */
  private static final int BATCHES = 16;

  /** Part of a window that is read before something is expected of it: 1/8. */
  private static final int WARMUP_PART = 8;

  /** Fewest windows in what there is to learn. */
  private static final int FEWEST_WINDOWS = 3;

  private SeriesBatches() {}

  /**
   * Creates the lessons of a network.
   *
   * @param memory rows that are remembered before a window; none begins where these are not
   * @param window rows that are learned at a time
   */
  public static BatchSource of(
      SeriesObjective teaching,
      TimeSeries series,
      SeriesParts parts,
      int memory,
      int window,
      TrainingPlan plan) {
    int length = Math.max(2, Math.min(window + 1, parts.validation() / FEWEST_WINDOWS));
    int warmup = Math.max(1, length / WARMUP_PART);
    int from = Math.min(memory, parts.validation() - length);
    return new ExampleBatches<>(
        teaching,
        plan,
        Collections.nCopies(
            BATCHES * plan.batching().sequences(),
            new SeriesExample(series, from, parts.validation(), length, warmup, memory)),
        parts.validationWindows(series, memory));
  }
}
