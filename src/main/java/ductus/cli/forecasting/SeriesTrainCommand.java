package ductus.cli.forecasting;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.task.Task;
import ductus.task.forecasting.ForecastingTask;
import ductus.task.forecasting.SeriesTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus series train FILE.csv}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
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
      TrainingOptions.FOOTER
    })
final class SeriesTrainCommand implements TaskCommand<SeriesTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.csv",
      description = "The series to learn; not needed with --resume.")
  private @Nullable Path file;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "Rows that are learned at a time; 128, of a short series a third of it.")
  private @Nullable Integer window;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "Steps ahead that the forecasts go which are measured at the end; 20, of a short series"
              + " what was held out.")
  private @Nullable Integer steps;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<SeriesTrainingConfig> task() {
    return new ForecastingTask(steps);
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return Optional.ofNullable(file).stream().toList();
  }

  @Override
  public String missing() {
    return "Missing FILE.csv: what is to be learned?";
  }

  @Override
  public void check() {
    if (steps != null && steps < 1) {
      throw training.common().wrongUsage("--steps must be 1 or more but was " + steps);
    }
  }

  @Override
  public SeriesTrainingConfig withOwnOptions(SeriesTrainingConfig base) {
    return window == null ? base : base.withWindow(window);
  }
}
