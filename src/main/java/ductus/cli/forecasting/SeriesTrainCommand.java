package ductus.cli.forecasting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.train.RunOptions;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.series.TimeSeries;
import ductus.series.forecast.ForecastEvaluation;
import ductus.series.network.SeriesParts;
import ductus.task.forecasting.SeriesEvaluation;
import ductus.task.forecasting.SeriesModel;
import ductus.task.forecasting.SeriesTraining;
import ductus.task.forecasting.SeriesTrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus series train FILE.csv}. */
@Command(
    name = "train",
    description = {
      "Trains a network on a series: CSV with a header, a row a time step. The first column may be"
          + " dates, or numbers that ascend evenly; the others are values. Empty cells, NaN and NA"
          + " are gaps, which the network bridges.",
      "",
      "The last fifth of the rows is held out: its first half to choose the best epoch by, its"
          + " second half to measure forecasts by at the end.",
      ""
    },
    footer = {
      "",
      "Example: ductus series train power.csv --out generated/power",
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
final class SeriesTrainCommand implements Callable<Integer> {
  private static final int BATCH = 16;
  private static final int WARMUP = 50;
  private static final int PATIENCE = 12;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.csv",
      description = "The series to learn; not needed with --resume.")
  private @Nullable Path file;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Recurrent layers of " + CellConfig.CHOICES + "; lstm.")
  private String cell = "lstm";

  @Option(names = "--layers", paramLabel = "N", description = "Recurrent layers, 1 to 3; 1.")
  private int layers = 1;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of each; 48.")
  private int hidden = 48;

  @Option(
      names = "--dropout",
      paramLabel = "R",
      description = "Share of activations dropped behind each layer; 0.")
  private double dropout;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "Rows that are learned at a time; 128, of a short series a third of it.")
  private int window = 128;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Most epochs, of 256 windows each; 60. It ends after 12 without a better held-out loss.")
  private int epochs = 60;

  @Option(names = "--learning-rate", paramLabel = "R", description = "The highest; 0.005.")
  private double learningRate = 0.005;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "Steps ahead that the forecasts go which are measured at the end; 20, of a short series"
              + " what was held out.")
  private @Nullable Integer steps;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What a run has come to; without figures where it was stopped in its first epoch. */
  private record Result(
      String run,
      String model,
      int rows,
      int columns,
      int missing,
      int season,
      long weights,
      int epochs,
      int bestEpoch,
      @Nullable Double validationNats,
      @Nullable ForecastEvaluation forecasts,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume()) {
      given();
    }
    if (steps != null && steps < 1) {
      throw common.wrongUsage("--steps must be 1 or more but was " + steps);
    }
    try (RunFolder run = place.open("series", file != null)) {
      SeriesTrainingConfig config =
          run.hasRun() ? run.readConfig(SeriesTrainingConfig.class) : config();
      config.core().caution().ifPresent(common.console()::warn);
      common.console().printJson(run(config, new SeriesTraining(config, Version.text()), run));
      return ExitStatus.DONE;
    }
  }

  private Path given() {
    if (file == null) {
      throw common.wrongUsage("Missing FILE.csv: what is to be learned?");
    }
    return file;
  }

  private SeriesTrainingConfig config() {
    Path from = given();
    try {
      return new SeriesTrainingConfig(
          from.toAbsolutePath().normalize().toString(),
          "",
          new CoreConfig(cell, layers, hidden, dropout, true),
          window,
          new TrainingPlan(
              epochs,
              PATIENCE,
              seed.orElse(1),
              new Batching(BATCH, 0),
              new LearningRate(learningRate, WARMUP, LearningRate.Shape.COSINE),
              OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
              Clipping.byNorm(1),
              Regularization.NONE));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Result run(SeriesTrainingConfig config, SeriesTraining training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    SeriesParts parts = training.parts();
    int columns = training.series().columns().size();
    int missing = training.series().missing();
    int threads = ThreadCount.of(config.core().hiddenSize(), BATCH, common.threads());
    TrainingWatch watch = new TrainingWatch(console, "series train", folder, "step");
    TrainingWatch.Outcome outcome =
        watch.over(
            material(training),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, "rows");
    ForecastEvaluation evaluation = null;
    if (!outcome.stopped() && Files.exists(folder.model())) {
      int ahead = SeriesEvaluation.steps(parts.length() - parts.test(), steps);
      evaluation =
          SeriesEvaluation.of(
              SeriesModel.find(folder.model().toString()),
              training.series(),
              parts.test(),
              ahead,
              config.plan().seed());
      console.print("");
      console.print(ForecastFigures.text(evaluation));
    }
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        parts.length(),
        columns,
        missing,
        training.season(),
        training.weights(),
        outcome.progress().epoch(),
        outcome.progress().bestEpoch(),
        outcome.nats(),
        evaluation,
        outcome.progress().seconds(),
        outcome.stopped());
  }

  private static String material(SeriesTraining training) {
    TimeSeries series = training.series();
    SeriesParts parts = training.parts();
    return String.format(
        Locale.ROOT,
        "the first %,d of %s, %s%s%s",
        parts.validation(),
        NumberText.count(parts.length(), "row"),
        NumberText.count(series.columns().size(), "column"),
        series.missing() == 0 ? "" : ", " + NumberText.count(series.missing(), "missing value"),
        training.season() == 0 ? "" : ", season of " + training.season());
  }
}
