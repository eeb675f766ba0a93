package ductus.api;

import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.format.ProgramVersion;
import ductus.run.RunControl;
import ductus.run.RunFolder;
import ductus.task.LearnedData;
import ductus.task.Preparing;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.EncodingChoice;
import ductus.task.music.training.MusicTask;
import ductus.task.registry.Tasks;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A training, of which the best model so far, a checkpoint and the losses are kept in a folder.
 *
 * <pre>{@code
 * ModelTraining training =
 *     ModelTraining.onMusic(Path.of("tunes"), TrainingSettings.seeded(7).withEpochs(20));
 * ModelTraining.Outcome outcome = training.run(Path.of("run"), TrainingObserver.NONE);
 * Tune tune = Composer.of(outcome.model()).compose(CompositionRequest.seeded(1));
 * }</pre>
 *
 * <p>A training that was stopped, or killed at any moment, ends with the same weights when it is
 * resumed, bit for bit, as one that never stopped; and on any number of threads. One on music is
 * that of {@code ductus train}, which can go on with it and reads the same folder.
 */
public final class ModelTraining {
  /** Reads what is learned, as new, or as a run has it that began in a folder. */
  @FunctionalInterface
  private interface Preparation {
    Training<?> prepare(Optional<RunFolder> begun, Preparing how)
        throws BadFileException, IOException;
  }

  private final Preparation preparation;

  private ModelTraining(Preparation preparation) {
    this.preparation = preparation;
  }

  /**
   * What came of a training.
   *
   * @param model file of the best model so far, if an epoch was completed
   * @param bestEpoch its epoch, from 1; 0 if none was completed
   * @param stopped whether it was stopped before its end
   */
  public record Outcome(Path model, int bestEpoch, boolean stopped) {}

  /**
   * A training on music, of the kind that suits it: by what a sample of the files hold.
   *
   * @param source a folder of MIDI, ABC or MusicXML files
   * @throws BadFileException if there is nothing to learn from
   */
  public static ModelTraining onMusic(Path source, TrainingSettings settings)
      throws BadFileException, IOException {
    return onMusic(source, EncodingChoice.of(source, ReadingListener.NONE).encoding(), settings);
  }

  /**
   * A training on music of a kind.
   *
   * @param source a folder of MIDI, ABC or MusicXML files
   * @param encoding such as {@code melody}, {@code leadsheet}, {@code drums} or {@code performance}
   * @throws IllegalArgumentException if there is no such kind, or the settings do not go together
   */
  public static ModelTraining onMusic(Path source, String encoding, TrainingSettings settings) {
    MusicTrainingConfig usual = MusicKinds.named(encoding).recipe();
    LearnedData learned =
        usual.learned().withSources(List.of(source.toAbsolutePath().normalize().toString()));
    MusicTrainingConfig config =
        usual
            .withLearned(learned)
            .withNetwork(settings.over(usual.network()))
            .withPlan(settings.over(usual.plan()));
    MusicTask task = new MusicTask();
    return new ModelTraining(
        (begun, how) -> {
          if (begun.isEmpty()) {
            return Training.of(task, config, how);
          }
          MusicTrainingConfig before = Tasks.read(task, begun.get().configPath());
          requireSame(config.equals(before.withDigest("")), begun.get());
          return Training.of(task, before, how);
        });
  }

  /**
   * A training on tokens of one's own. A tenth of the sequences is held out.
   *
   * @throws IllegalArgumentException if the settings do not go together
   */
  public static ModelTraining onTokens(TokenCorpus corpus, TrainingSettings settings) {
    TokenTraining setup = new TokenTraining(corpus, settings);
    return new ModelTraining(
        (begun, how) -> {
          if (begun.isPresent()) {
            TokenTrainingConfig before = begun.get().readConfig(TokenTrainingConfig.class);
            requireSame(setup.config().equals(before), begun.get());
          }
          return new Training<>(TokenTraining.TASK, setup);
        });
  }

  private static void requireSame(boolean same, RunFolder folder) throws BadFileException {
    if (!same) {
      throw new BadFileException(
          folder.configPath(),
          "is of a training with other settings or on something else; go on with the same, or"
              + " begin a new one in another folder");
    }
  }

  /**
   * Trains to the end, or until the observer stops it.
   *
   * @param folder gets the training's files; made if it is missing
   * @throws BadFileException if the folder holds a training already, or there is too little to
   *     learn from
   * @throws DivergenceException if the loss left the numbers; a lower learning rate helps
   * @throws IllegalArgumentException if the settings do not go together, or there is too little
   *     memory; nothing is written then
   */
  public Outcome run(Path folder, TrainingObserver observer)
      throws BadFileException, DivergenceException, IOException {
    try (RunFolder run = RunFolder.open(folder)) {
      if (run.hasRun()) {
        throw new BadFileException(
            folder, "holds a training already; resume it, or choose another folder");
      }
      return train(preparation.prepare(Optional.empty(), preparing()), run, observer);
    }
  }

  /**
   * Goes on with a training that was stopped; begins it where the folder holds none.
   *
   * @throws BadFileException if the folder holds a training with other settings, or on something
   *     else
   * @throws DivergenceException as {@link #run}
   * @throws IllegalArgumentException as {@link #run}
   */
  public Outcome resume(Path folder, TrainingObserver observer)
      throws BadFileException, DivergenceException, IOException {
    try (RunFolder run = RunFolder.open(folder)) {
      Optional<RunFolder> begun = run.hasRun() ? Optional.of(run) : Optional.empty();
      return train(preparation.prepare(begun, preparing()), run, observer);
    }
  }

  private static Preparing preparing() {
    return new Preparing(threads(), ProgramVersion.text(), Preparing.Stages.UNHEARD);
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static Outcome train(Training<?> training, RunFolder folder, TrainingObserver observer)
      throws BadFileException, DivergenceException, IOException {
    for (LeftOut file : training.setup().material().leftOut()) {
      observer.leftOut(file.toString());
    }
    TrainingProgress progress =
        training.run(
            new TrainingRequest(
                folder, true, threads(), new ObserverListener(observer), observer::wantsStop));
    boolean stopped = RunControl.of(folder.path()).wish() == RunControl.Request.STOP;
    return new Outcome(folder.model(), progress.bestEpoch(), stopped);
  }

  /** Passes on what an observer is to hear. */
  private record ObserverListener(TrainingObserver observer) implements TrainingListener {
    @Override
    public void epochEnded(EpochMetrics metrics) {
      observer.epochEnded(
          new TrainingObserver.Epoch(
              metrics.epoch(),
              metrics.trainingNats(),
              metrics.validationNats(),
              metrics.seconds()));
    }
  }
}
