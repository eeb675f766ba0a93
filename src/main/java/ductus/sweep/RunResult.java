package ductus.sweep;

import ductus.file.BadFileException;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a sweep has come to behind some epochs.
 *
 * @param epochs that it has trained
 * @param bestEpoch the one with the lowest held-out loss, counted from 1; 0 without any
 * @param nats held-out loss of that epoch; NaN without any
 * @param seconds of training
 * @param failure why it could not go on; null where it could
 */
public record RunResult(
    SweepRun run,
    int epochs,
    int bestEpoch,
    double nats,
    double seconds,
    @Nullable String failure) {
  /**
   * Reads it.
   *
   * @param until last epoch that counts
   */
  static RunResult of(SweepRun run, int until, @Nullable String failure)
      throws BadFileException, IOException {
    List<EpochMetrics> all = run.history();
    List<EpochMetrics> history = all.subList(0, Math.min(until, all.size()));
    if (history.isEmpty()) {
      return new RunResult(run, 0, 0, Double.NaN, 0, failure);
    }
    int best = TrainingProgress.bestEpoch(history);
    return new RunResult(
        run,
        history.size(),
        best,
        history.get(best - 1).validationNats(),
        history.get(history.size() - 1).seconds(),
        failure);
  }
}
