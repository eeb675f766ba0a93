package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.TrainingWatch;
import ductus.cli.option.CommonOptions;
import ductus.cli.text.Words;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.train.DivergenceException;
import ductus.train.TrainingProgress;
import ductus.workbench.RunFolder;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicPiece;
import ductus.workbench.training.MusicTraining;
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

  /** Reads the pieces of a folder. */
  static <T> Corpus<MusicPiece<T>> read(
      MusicKind<T> kind, TrainingConfig settings, CommonOptions common)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus;
    try (Progress progress = common.console().progress("Reading")) {
      corpus =
          Corpus.read(
              Path.of(settings.corpus().folder()), kind.files(), common.threads(), progress::reach);
    }
    if (!corpus.duplicates().isEmpty()) {
      common
          .console()
          .say(Words.count(corpus.duplicates().size(), "duplicate") + " will not be learned twice");
    }
    return corpus;
  }

  /** Trains to the end, or until Ctrl-C. */
  Result run(MusicTraining<?> training, RunFolder folder, boolean resume)
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
    TrainingWatch.Outcome outcome =
        new TrainingWatch(console, "token")
            .over(
                (listener, stop) -> training.run(folder, resume, common.threads(), listener, stop),
                "train",
                folder.path());
    TrainingProgress progress = outcome.progress();
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        training.split().training().size(),
        training.split().validation().size(),
        training.size(),
        progress.epoch(),
        progress.bestEpoch(),
        outcome.nats(),
        progress.seconds(),
        outcome.stopped());
  }
}
