package ductus.train;

import ductus.train.TrainingListener.EpochMetrics;
import java.util.List;

/**
 * How far a run is: what a checkpoint needs beside weights and moments.
 *
 * @param epoch epochs done
 * @param batch batches done of the epoch under way; those that are accumulated count as one
 * @param updates done
 * @param epochNats sum over the epoch under way
 * @param epochTokens tokens of the epoch under way
 * @param seconds of training so far
 * @param history finished epochs
 */
public record TrainingProgress(
    int epoch,
    int batch,
    long updates,
    double epochNats,
    long epochTokens,
    double seconds,
    List<EpochMetrics> history) {
  /** The progress of a run before its first update. */
  public static final TrainingProgress START = new TrainingProgress(0, 0, 0, 0, 0, 0, List.of());

  public TrainingProgress {
    history = List.copyOf(history);
  }

  /** The finished epoch with the lowest validation loss, counted from 1; 0 if there is none. */
  public int bestEpoch() {
    return bestEpoch(history);
  }

  /**
   * The epoch with the lowest validation loss of a list of finished epochs, from the first on,
   * counted from 1; 0 if there is none.
   */
  public static int bestEpoch(List<EpochMetrics> history) {
    int best = 0;
    for (EpochMetrics metrics : history) {
      if (best == 0 || metrics.validationNats() < history.get(best - 1).validationNats()) {
        best = metrics.epoch();
      }
    }
    return best;
  }
}
