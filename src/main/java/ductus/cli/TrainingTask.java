package ductus.cli;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.TrainingWatch;
import ductus.cli.option.CommonOptions;
import ductus.cli.text.Words;
import ductus.file.BadFileException;
import ductus.train.DivergenceException;
import ductus.train.TrainingProgress;
import ductus.workbench.RunFolder;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.piece.MusicPiece;
import ductus.workbench.training.LearningRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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

  /** Reads the pieces of a folder, or of a file that holds many. */
  static <T> Corpus<MusicPiece<T>> read(
      MusicKind<T> kind, TrainingConfig settings, CommonOptions common)
      throws BadFileException, IOException {
    Corpus<MusicPiece<T>> corpus;
    try (Progress progress = common.console().progress("Reading")) {
      Path source = Path.of(settings.corpus().folder());
      Optional<Corpus<MusicPiece<T>>> collection = kind.collection(source);
      corpus =
          collection.isPresent()
              ? collection.get()
              : Corpus.read(source, kind.files(), common.threads(), progress::reach);
    }
    if (!corpus.duplicates().isEmpty()) {
      common
          .console()
          .say(Words.count(corpus.duplicates().size(), "duplicate") + " will not be learned twice");
    }
    return corpus;
  }

  /** Trains to the end, or until Ctrl-C. */
  Result run(LearningRun training, RunFolder folder, boolean resume)
      throws BadFileException, DivergenceException, IOException {
    training.requireMemory();
    TrainingWatch.Outcome outcome =
        new TrainingWatch(common.console(), "train", folder, training.target())
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
