package ductus.cli.strokerecovery;

import ductus.cli.console.Console;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.train.RunOptions;
import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.model.tracing.TracerConfig;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.task.strokerecovery.TracingTraining;
import ductus.task.strokerecovery.TracingTrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
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

/** {@code ductus draw train INK...}. */
@Command(
    name = "train",
    description = {
      "Trains a network that draws letters from their pictures, on ink: files or folders of hands,"
          + " UJI Pen Characters, Omniglot, InkML, UNIPEN, ... in which each piece is a letter;"
          + " what it is called does not matter. It learns from pictures that are rendered of them,"
          + " each time sheared, turned, bent, and with another nib. A tenth of the letters is held"
          + " out.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
final class DrawTrainCommand implements Callable<Integer> {
  private static final int WARMUP = 100;
  private static final double CLIP = 2;

  @Parameters(
      arity = "0..*",
      paramLabel = "INK",
      description = "Files of ink, or folders of them; not needed with --resume.")
  private List<Path> sources = List.of();

  @Option(
      names = "--without",
      paramLabel = "NAME",
      split = ",",
      description = "Files, by their names without an ending, that are kept to measure with.")
  private List<String> without = List.of();

  @Option(
      names = "--variations",
      paramLabel = "N",
      description = "Times that a letter is seen in an epoch, each time otherwise; 12.")
  private int variations = 12;

  @Option(names = "--epochs", paramLabel = "N", description = "Times that losses are measured; 40.")
  private int epochs = 40;

  @Option(names = "--batch", paramLabel = "N", description = "Letters together; 32.")
  private int batch = 32;

  @Option(
      names = "--encoder",
      paramLabel = "N",
      description = "Hidden size of the two feed-forward layers that see the picture; 96.")
  private int encoder = 96;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Of the recurrent layers: " + CellConfig.PLAIN + "; lstm.")
  private String cell = "lstm";

  @Option(names = "--layers", paramLabel = "N", description = "Recurrent layers, 1 to 3; 1.")
  private int layers = 1;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of each; 160.")
  private int hidden = 160;

  @Option(
      names = "--mixtures",
      paramLabel = "N",
      description = "Gaussians that a point is drawn from; 10.")
  private int mixtures = 10;

  @Option(names = "--dropout", paramLabel = "R", description = "Behind each layer; 0.1.")
  private double dropout = 0.1;

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
      @Nullable Double validationNatsPerPoint,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume() && sources.isEmpty()) {
      throw common.wrongUsage("Missing INK: which letters are to be learned?");
    }
    try (RunFolder run = place.open("tracer", !sources.isEmpty())) {
      TracingTrainingConfig config =
          run.hasRun() ? run.readConfig(TracingTrainingConfig.class) : config();
      TracingTraining training = new TracingTraining(config, Version.text());
      int status = common.console().warnOfLeftOut(training.leftOut());
      common.console().printJson(run(training, run));
      return status;
    }
  }

  private TracingTrainingConfig config() {
    try {
      return new TracingTrainingConfig(
          sources.stream().map(source -> source.toAbsolutePath().normalize().toString()).toList(),
          without,
          variations,
          new TracerConfig(
              new CoreConfig(CoreConfig.FEED_FORWARD, 2, encoder, dropout, false),
              new CoreConfig(cell, layers, hidden, dropout, false),
              mixtures),
          TrainingPlan.of(
                  epochs,
                  seed.orElse(1),
                  new Batching(batch, 0),
                  new LearningRate(learningRate, WARMUP, LearningRate.Shape.COSINE))
              .withClipping(Clipping.byNorm(CLIP)));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Result run(TracingTraining training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    TracingTrainingConfig config = training.config();
    Console console = common.console();
    int threads =
        ThreadCount.of(
            config.network().pen().hiddenSize(), config.plan().batching().size(), common.threads());
    TrainingWatch watch = new TrainingWatch(console, "draw train", folder, "pen point");
    TrainingWatch.Outcome outcome =
        watch.over(
            training.description(),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, "letters");
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
