package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.TrainingWatch;
import ductus.cli.option.CommonOptions;
import ductus.file.BadFileException;
import ductus.run.LearningRun;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A training run with its progress on the console. */
final class TrainingTask {
  private final CommonOptions common;

  TrainingTask(CommonOptions common) {
    this.common = common;
  }

  /**
   * What a run has come to; without a loss where it was stopped in its first epoch.
   *
   * @param target what the loss is of: a token, or a frame in place of it
   */
  record Result(
      String run,
      String model,
      int tunes,
      int heldOut,
      long weights,
      int epochs,
      int bestEpoch,
      String target,
      @Nullable Double validationNatsPerToken,
      double seconds,
      boolean stopped) {
    void print(Console console) {
      if (validationNatsPerToken != null) {
        console.print(
            String.format(
                Locale.ROOT,
                "%s: epoch %d of %d, %.4f nats per %s on %d held-out tunes",
                model,
                bestEpoch,
                epochs,
                validationNatsPerToken,
                target,
                heldOut));
      }
    }
  }

  /** Trains to the end, or until Ctrl-C. */
  Result run(LearningRun training, RunFolder folder, boolean resume)
      throws BadFileException, DivergenceException, IOException {
    return run(training, folder, resume, Integer.MAX_VALUE);
  }

  /**
   * Trains to the end, until behind an epoch, or until Ctrl-C.
   *
   * @param until last epoch for now, counted from 1
   */
  Result run(LearningRun training, RunFolder folder, boolean resume, int until)
      throws BadFileException, DivergenceException, IOException {
    training.requireMemory();
    TrainingWatch.Outcome outcome =
        new TrainingWatch(common.console(), "train", folder, training.target())
            .until(until)
            .over(
                "%d tunes, %d held out".formatted(training.pieces(), training.heldOut()),
                training.size(),
                (listener, stop) -> training.run(folder, resume, common.threads(), listener, stop));
    TrainingProgress progress = outcome.progress();
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        training.pieces(),
        training.heldOut(),
        training.size(),
        progress.epoch(),
        progress.bestEpoch(),
        training.target(),
        outcome.nats(),
        progress.seconds(),
        outcome.stopped());
  }
}
