package ductus.sweep;

import ductus.file.BadFileException;
import ductus.run.RunFolder;
import ductus.run.RunMetrics;
import ductus.task.music.request.TrainingConfig;
import ductus.train.EpochMetrics;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A training run of a sweep.
 *
 * @param folder of the run
 */
public record SweepRun(Configuration configuration, long seed, Path folder) {
  /** What tells it apart, such as {@code hidden 64, seed 3}. */
  public String words() {
    return "%s, seed %d".formatted(configuration.words(), seed);
  }

  /** All that decides it. */
  public TrainingConfig training() {
    return configuration.training().withSeed(seed);
  }

  /**
   * All that decides it, for pieces that it has begun with.
   *
   * @param begun its folder
   * @throws BadFileException if that holds another run
   */
  TrainingConfig training(RunFolder begun) throws BadFileException, IOException {
    if (!begun.hasRun()) {
      return training();
    }
    TrainingConfig there = begun.readConfig(TrainingConfig.class);
    if (!there.withDigest("").equals(training())) {
      throw new BadFileException(
          folder, "holds a run with other settings; sweep with another --out");
    }
    return there;
  }

  /** Its finished epochs, to the digits of its table. */
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
