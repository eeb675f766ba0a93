package ductus.cli.recognition;

import ductus.cli.console.Console;
import ductus.cli.console.HandReading;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.format.NumberText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.RunOptions;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.task.recognition.ReadingTraining;
import ductus.task.recognition.ReadingTrainingConfig;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.train.DivergenceException;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
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

/** {@code ductus reader train FOLDER...}: a network that reads lines, or tells hands apart. */
@Command(
    name = "train",
    description = {
      "Trains a network on lines that are composed of the hands of some folders: to read their"
          + " text, or to tell the hands apart.",
      "",
      "Hands are hand files, writers of the UJI Pen Characters, drawers of Omniglot's Latin letters,"
          + " and single-line SVG fonts.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
public final class ReaderTrainCommand implements Callable<Integer> {
  private static final int WARMUP = 100;
  private static final double RATE = 0.003;

  /** Of a network that could read before. */
  private static final double RATE_AGAIN = 0.0015;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "Hands, also in folders below; not needed with --resume.")
  private List<Path> folders = List.of();

  @Option(
      names = "--subject",
      paramLabel = "S",
      description = "What is learned of lines: text, or hand (who wrote them); text by default.")
  private ReadingTarget subject = ReadingTarget.TEXT;

  @Option(
      names = "--without",
      paramLabel = "HAND",
      split = ",",
      description = "Hands that are kept to measure with.")
  private List<String> without = List.of();

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description = "Begins with the weights of a model of the same shape, not at random.")
  private @Nullable String from;

  @Option(names = "--epochs", paramLabel = "N", description = "Times that losses are measured; 60.")
  private int epochs = 60;

  @Option(names = "--batches", paramLabel = "N", description = "Batches of an epoch; 100.")
  private int batches = 100;

  @Option(names = "--batch", paramLabel = "N", description = "Lines of full length together; 32.")
  private int batch = 32;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of each layer; 96.")
  private int hidden = 96;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "The highest rate; " + RATE + ", with --from " + RATE_AGAIN + ".")
  private @Nullable Double learningRate;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What a run has come to; without a loss where it was stopped in its first epoch. */
  private record Result(
      String run,
      String model,
      List<String> hands,
      long weights,
      int epochs,
      int bestEpoch,
      @Nullable Double validationNats,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume() && folders.isEmpty()) {
      throw common.wrongUsage("Missing FOLDER: where are the hands?");
    }
    try (RunFolder run = place.open("reader", !folders.isEmpty())) {
      ReadingTrainingConfig config =
          run.hasRun() ? run.readConfig(ReadingTrainingConfig.class) : config();
      List<Path> sources =
          folders.isEmpty() ? config.folders().stream().map(Path::of).toList() : folders;
      HandReading.Read hands = HandReading.read(sources, common.console());
      Result result = run(new ReadingTraining(config, hands.folder(), Version.text()), run);
      common.console().printJson(result);
      return hands.status();
    }
  }

  private ReadingTrainingConfig config() {
    try {
      double peak = learningRate != null ? learningRate : from == null ? RATE : RATE_AGAIN;
      LearningRate rate = new LearningRate(peak, WARMUP, LearningRate.Shape.COSINE);
      return new ReadingTrainingConfig(
          subject,
          folders.stream().map(folder -> folder.toAbsolutePath().normalize().toString()).toList(),
          without,
          from == null ? "" : from,
          "",
          hidden,
          batches,
          TrainingPlan.of(epochs, seed.orElse(1), new Batching(batch, 0), rate));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Result run(ReadingTraining training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    ReadingTrainingConfig config = training.config();
    Console console = common.console();
    int threads =
        ThreadCount.of(config.hiddenSize(), config.plan().batching().size(), common.threads());
    TrainingWatch watch =
        new TrainingWatch(console, "reader train", folder, config.subject().target());
    TrainingWatch.Outcome outcome =
        watch.over(
            NumberText.count(training.hands().size(), "hand"),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, "lines");
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        training.hands(),
        training.weights(),
        outcome.progress().epoch(),
        outcome.progress().bestEpoch(),
        outcome.nats(),
        outcome.progress().seconds(),
        outcome.stopped());
  }
}
