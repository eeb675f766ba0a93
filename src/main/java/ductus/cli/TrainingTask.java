package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.option.CommonOptions;
import ductus.cli.text.Words;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.UpdateReport;
import ductus.workbench.RunFolder;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.training.MelodyTraining;
import ductus.workbench.training.Tune;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A training run with its progress on the console. */
final class TrainingTask {
  private final CommonOptions common;

  TrainingTask(CommonOptions common) {
    this.common = common;
  }

  /** What a run has come to; without a loss where it was stopped in its first epoch. */
  record Result(
      String run,
      String model,
      int tunes,
      int heldOut,
      long weights,
      int epochs,
      int bestEpoch,
      @Nullable Double validationNatsPerToken,
      double seconds,
      boolean stopped) {
    void print(Console console) {
      if (validationNatsPerToken != null) {
        console.print(
            String.format(
                Locale.ROOT,
                "%s: epoch %d of %d, %.4f nats per token on %d held-out tunes",
                model,
                bestEpoch,
                epochs,
                validationNatsPerToken,
                heldOut));
      }
    }
  }

  /** Reads the tunes of a folder. */
  static Corpus<Tune> read(TrainingConfig settings, CommonOptions common)
      throws BadFileException, IOException {
    Corpus<Tune> corpus;
    try (Progress progress = common.console().progress("Reading")) {
      corpus =
          Corpus.read(
              Path.of(settings.corpus().folder()), Tune.KIND, common.threads(), progress::reach);
    }
    if (!corpus.duplicates().isEmpty()) {
      common
          .console()
          .say(Words.count(corpus.duplicates().size(), "duplicate") + " will not be learned twice");
    }
    return corpus;
  }

  /** Trains to the end, or until Ctrl-C. */
  Result run(MelodyTraining training, RunFolder folder, boolean resume)
      throws BadFileException, DivergenceException, IOException {
    training.requireMemory();
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    console.say(
        String.format(
            Locale.ROOT,
            "Training on %d tunes, %d held out; %,d weights; run folder %s",
            training.split().training().size(),
            training.split().validation().size(),
            training.size(),
            folder.path()));
    TrainingProgress progress;
    boolean stopped;
    try (StopSignal stop = new StopSignal();
        Progress bar = console.progress("Training")) {
      progress =
          training.run(
              folder, resume, common.threads(), listener(bar, console, "token"), stop::isGiven);
      stopped = stop.isGiven();
    }
    if (stopped) {
      console.say(
          "Stopped; this goes on from here: ductus train --resume --out \"" + folder.path() + "\"");
    }
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        training.split().training().size(),
        training.split().validation().size(),
        training.size(),
        progress.epoch(),
        progress.bestEpoch(),
        progress.bestEpoch() == 0
            ? null
            : progress.history().get(progress.bestEpoch() - 1).validationNats(),
        progress.seconds(),
        stopped);
  }

  /**
   * Shows a run's progress.
   *
   * @param target what a loss is of, such as {@code token}
   */
  static TrainingListener listener(Progress bar, Console console, String target) {
    return new TrainingListener() {
      @Override
      public void resumed(String kernels) {
        String now = KernelChoice.best().name();
        if (!kernels.equals(now)) {
          console.warn(
              "this run was computed with the kernels %s so far, now it is %s: it goes on, but will"
                      .formatted(kernels, now)
                  + " not end with the same weights");
        }
      }

      @Override
      public void updated(UpdateReport report) {
        bar.note(
            String.format(
                Locale.ROOT,
                "epoch %d, loss %.3f, %,.0f %ss/s",
                report.epoch(),
                report.nats(),
                report.tokensPerSecond(),
                target));
        bar.reach(
            (long) (report.epoch() - 1) * report.batches() + report.batch(),
            (long) report.epochs() * report.batches());
      }

      @Override
      public void improved(EpochMetrics metrics) {}

      @Override
      public void epochEnded(EpochMetrics metrics) {
        console.say(
            String.format(
                Locale.ROOT,
                "epoch %1$3d: training %2$.4f, held out %3$.4f nats per %5$s; %4$,.0f %5$ss/s",
                metrics.epoch(),
                metrics.trainingNats(),
                metrics.validationNats(),
                metrics.tokensPerSecond(),
                target));
      }
    };
  }
}
