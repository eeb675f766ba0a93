package ductus.sweep;

import ductus.file.BadFileException;
import ductus.run.RunFolder;
import ductus.run.RunMetrics;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.task.registry.Tasks;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A training run of a sweep.
 *
 * @param folder of the run
 */
public record SweepRun(Configuration configuration, long seed, Path folder) {
  /** What tells it apart, such as {@code hidden 64, seed 3}. */
  public String words() {
    return String.format(Locale.ROOT, "%s, seed %d", configuration.words(), seed);
  }

  /** All that decides this run. */
  public TrainingConfig<?> training() {
    return seeded(configuration.training());
  }

  private <C extends TrainingConfig<C>> C seeded(TrainingConfig<C> config) {
    return config.withPlan(config.plan().withSeed(seed));
  }

  /**
   * All that decides this run, for the data that it has begun with.
   *
   * @param task that is learned
   * @param begun its folder
   * @throws BadFileException if that holds another run
   */
  <C extends TrainingConfig<C>> C training(Task<C> task, RunFolder begun)
      throws BadFileException, IOException {
    C asked = task.configType().cast(training());
    if (!begun.hasRun()) {
      return asked;
    }
    C there = Tasks.read(task, begun.configPath());
    if (!there.withLearned(there.learned().withDigest("")).equals(asked)) {
      throw new BadFileException(
          folder, "holds a run with other settings; sweep with another --out");
    }
    return there;
  }

  /** The finished epochs of this run, to the digits of the table of its run. */
  List<EpochMetrics> history() throws BadFileException, IOException {
    return RunMetrics.read(folder);
  }

  /** Whether it has trained to behind an epoch, or to the end of its plan. */
  boolean hasReached(int epoch) throws BadFileException, IOException {
    List<EpochMetrics> history = history();
    int done = history.size();
    int best = TrainingProgress.bestEpoch(history);
    return done >= epoch
        || done >= training().plan().epochs()
        || (done > 0 && done - best >= training().plan().patience());
  }
}
