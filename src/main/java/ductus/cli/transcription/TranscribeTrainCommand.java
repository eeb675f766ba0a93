package ductus.cli.transcription;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.train.RunOptions;
import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.music.audio.InstalledSoundFont;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.task.transcription.TranscriptionTraining;
import ductus.task.transcription.TranscriptionTrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus transcribe train PATH}. */
@Command(
    name = "train",
    description = {
      "Trains a network that hears notes. It needs tunes only: scenes of five seconds are composed"
          + " of them for instruments, rooms and noise by chance, and rendered before the training"
          + " begins.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
final class TranscribeTrainCommand implements Callable<Integer> {
  private static final int WARMUP = 50;

  /** Decay of the average of weights that is kept. */
  private static final double AVERAGED = 0.99;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Folders of MIDI or ABC, or sets of frames in JSON; not needed with --resume.")
  private List<Path> sources = List.of();

  @Option(
      names = "--soundfont",
      paramLabel = "FILE.sf2",
      description =
          "Renders with the instruments of a SoundFont 2; by default one that the system has in"
              + " its usual place, or else Java's own.")
  private @Nullable Path soundFont;

  @Option(names = "--scenes", paramLabel = "N", description = "To render; 2000.")
  private int scenes = 2000;

  @Option(
      names = "--keys",
      paramLabel = "N",
      description = "Keys of each scene that an epoch looks at; 8.")
  private int keys = 8;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Recurrent layers of " + CellConfig.CHOICES + "; lstm.")
  private String cell = "lstm";

  @Option(names = "--layers", paramLabel = "N", description = "Layers, in both directions; 2.")
  private int layers = 2;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of a direction; 64.")
  private int hidden = 64;

  @Option(names = "--dropout", paramLabel = "R", description = "Behind each layer; 0.")
  private double dropout;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over all scenes; 12.")
  private int epochs = 12;

  @Option(names = "--batch", paramLabel = "N", description = "Keys together; 96.")
  private int batch = 96;

  @Option(names = "--learning-rate", paramLabel = "R", description = "The highest; 0.003.")
  private double learningRate = 0.003;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What a run has come to; without a loss where it was stopped in its first epoch. */
  private record Result(
      String run,
      String model,
      long weights,
      int epochs,
      int bestEpoch,
      @Nullable Double validationNats,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume() && sources.isEmpty()) {
      throw common.wrongUsage("Missing PATH: which tunes are to be learned from?");
    }
    try (RunFolder run = place.open("listener", !sources.isEmpty())) {
      TranscriptionTrainingConfig config =
          run.hasRun() ? run.readConfig(TranscriptionTrainingConfig.class) : config();
      TranscriptionTraining training;
      try (Progress reading = common.console().progress("Reading");
          Progress rendering = common.console().progress("Rendering")) {
        training =
            new TranscriptionTraining(
                config, Version.text(), common.threads(), reading::reach, rendering::reach);
      }
      int status = common.console().warnOfLeftOut(training.leftOut());
      common.console().printJson(run(config, training, run));
      return status;
    }
  }

  private TranscriptionTrainingConfig config() {
    Path bank = soundFont == null ? InstalledSoundFont.find().orElse(null) : soundFont;
    try {
      return new TranscriptionTrainingConfig(
          sources.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList(),
          bank == null ? "" : bank.toAbsolutePath().normalize().toString(),
          scenes,
          keys,
          new CoreConfig(cell + CoreConfig.BIDIRECTIONAL, layers, hidden, dropout, false),
          TrainingPlan.of(
                  epochs,
                  seed.orElse(1),
                  new Batching(batch, 0),
                  new LearningRate(learningRate, WARMUP, LearningRate.Shape.COSINE))
              .withRegularization(
                  new Regularization(0, 0, 0, 0, false, AVERAGED, ScheduledSampling.NONE)));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Result run(
      TranscriptionTrainingConfig config, TranscriptionTraining training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    int threads =
        ThreadCount.of(
            config.core().hiddenSize(), config.plan().batching().size(), common.threads());
    TrainingWatch watch = new TrainingWatch(console, "transcribe train", folder, "frame");
    TrainingWatch.Outcome outcome =
        watch.over(
            training.description(),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, "tunes");
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        training.weights(),
        outcome.progress().epoch(),
        outcome.progress().bestEpoch(),
        outcome.nats(),
        outcome.progress().seconds(),
        outcome.stopped());
  }
}
