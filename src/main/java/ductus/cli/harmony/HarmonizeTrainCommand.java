package ductus.cli.harmony;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.RunOptions;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.task.harmony.HarmonyTraining;
import ductus.task.harmony.HarmonyTrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus harmonise train PATH}: a network that finds chords, or fills voices. */
@Command(
    name = "train",
    description = {
      "Trains a network that finds chords, on a folder of tunes with chords; or with --voices satb"
          + " one that fills voices, on a JSON file of chorales, a list of pitches a beat:"
          + " {\"train\": [piece], \"valid\": [piece]}.",
      "",
      "Chords are read from the files' chord symbols, or else heard in what sounds beside the"
          + " tune.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
final class HarmonizeTrainCommand implements Callable<Integer> {
  private static final int WARMUP = 30;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A folder of MIDI or ABC, or a file of chorales; not needed with --resume.")
  private @Nullable Path source;

  @Option(
      names = "--voices",
      paramLabel = "satb",
      description = "Learns voices in place of chords.")
  private @Nullable VoicesChoice voices;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over all pieces; 40.")
  private int epochs = 40;

  @Option(names = "--embedding", paramLabel = "N", description = "Embedding size; 48.")
  private int embedding = 48;

  @Option(names = "--layers", paramLabel = "N", description = "Layers, in both directions; 2.")
  private int layers = 2;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of a direction; 72.")
  private int hidden = 72;

  @Option(names = "--dropout", paramLabel = "R", description = "Behind each layer; 0.3.")
  private double dropout = 0.3;

  @Option(names = "--batch", paramLabel = "N", description = "Sequences together; 16.")
  private int batch = 16;

  @Option(names = "--learning-rate", paramLabel = "R", description = "The highest; 0.004.")
  private double learningRate = 0.004;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What a run has come to; without a loss where it was stopped in its first epoch. */
  private record Result(
      String run,
      String model,
      int epochs,
      int bestEpoch,
      @Nullable Double validationNats,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume()) {
      given();
    }
    try (RunFolder run = place.open("harmony", source != null)) {
      HarmonyTrainingConfig config =
          run.hasRun() ? run.readConfig(HarmonyTrainingConfig.class) : config();
      HarmonyTraining training;
      try (Progress progress = common.console().progress("Reading")) {
        training = new HarmonyTraining(config, Version.text(), common.threads(), progress::reach);
      }
      int status = common.console().warnOfLeftOut(training.leftOut());
      common.console().printJson(run(config, training, run));
      return status;
    }
  }

  private Path given() {
    if (source == null) {
      throw common.wrongUsage("Missing PATH: what is to be learned from?");
    }
    return source;
  }

  private HarmonyTrainingConfig config() {
    Path from = given();
    try {
      return new HarmonyTrainingConfig(
          VoicesChoice.texture(voices),
          from.toAbsolutePath().normalize().toString(),
          embedding,
          layers,
          hidden,
          dropout,
          TrainingPlan.of(
              epochs,
              seed.orElse(1),
              new Batching(batch, 0),
              new LearningRate(learningRate, WARMUP, LearningRate.Shape.COSINE)));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Result run(HarmonyTrainingConfig config, HarmonyTraining training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    int threads =
        ThreadCount.of(config.hiddenSize(), config.plan().batching().size(), common.threads());
    TrainingWatch watch =
        new TrainingWatch(console, "harmonise train", folder, config.texture().target());
    TrainingWatch.Outcome outcome =
        watch.over(
            training.description(),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, "pieces");
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        outcome.progress().epoch(),
        outcome.progress().bestEpoch(),
        outcome.nats(),
        outcome.progress().seconds(),
        outcome.stopped());
  }
}
