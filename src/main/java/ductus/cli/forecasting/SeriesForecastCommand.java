package ductus.cli.forecasting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.math.KernelChoice;
import ductus.provenance.NewNames;
import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import ductus.series.forecast.Forecast;
import ductus.series.network.SeriesParts;
import ductus.task.forecasting.SeriesForecast;
import ductus.task.forecasting.SeriesModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus series forecast MODEL FILE.csv}. */
@Piped(in = "FILE.csv", needsInputAgain = true)
@Command(
    name = "forecast",
    description = {
      "Says how a series goes on, with intervals that hold 50 and 90 percent of what may come: as"
          + " CSV and as a picture.",
      "",
      "The intervals are those of 500 paths that the network draws, each step of a path given what"
          + " came before on it. The file must have the columns that the model learned; others are"
          + " passed over.",
      ""
    },
    footer = {
      "",
      "Example: ductus series forecast generated/power power.csv --steps 48 --out power-next.csv"
    })
final class SeriesForecastCommand implements Callable<Integer> {
  private static final int USUAL_STEPS = 20;
  private static final int MOST_STEPS = 10_000;
  private static final int MOST_LINES = 12;
  private static final long USUAL_SEED = 1;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model file, or a training run's folder.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "FILE.csv", description = "The series so far.")
  private Path file = Path.of("");

  @Option(names = "--steps", paramLabel = "N", description = "Steps to come; 20.")
  private int steps = USUAL_STEPS;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What comes next, and where it is written. */
  private record Result(List<Step> steps, List<String> files) {}

  /** A step to come. */
  private record Step(String time, List<Value> values) {}

  /** What is expected of a column. */
  private record Value(
      String column, double mean, double low50, double high50, double low90, double high90) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (steps < 1 || steps > MOST_STEPS) {
      throw common.wrongUsage("--steps must be 1 to %d but was %d".formatted(MOST_STEPS, steps));
    }
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    SeriesModel opened = SeriesModel.find(model);
    TimeSeries history = opened.read(file);
    SeriesParts.caution(history.length()).ifPresent(console::warn);
    try (NewNames names =
        NewNames.of(out.path().orElse(null), "forecast", SeriesForecast.ENDINGS)) {
      Path stem = names.next();
      SeriesForecast made =
          SeriesForecast.make(
              opened,
              new SeriesForecast.Request(file, history, steps, seed.orElse(USUAL_SEED)),
              stem,
              Version.text());
      console.print(table(history, made.forecast()));
      made.files().forEach(each -> console.say("Wrote " + each));
      console.printJson(
          new Result(
              steps(history, made.forecast()), made.files().stream().map(Path::toString).toList()));
      return ExitStatus.DONE;
    }
  }

  private static String table(TimeSeries history, Forecast forecast) {
    Table table = new Table(history.times().name(), "column", "mean", "50 %", "to", "90 %", "to ");
    int shown = Math.max(1, MOST_LINES / history.columns().size());
    for (int n = 0; n < Math.min(shown, forecast.steps()); n++) {
      for (int c = 0; c < history.columns().size(); c++) {
        table.row(
            history.times().label(history.length() + n),
            history.columns().get(c),
            rounded(forecast.mean(n, c)),
            rounded(forecast.low(n, c, 0)),
            rounded(forecast.high(n, c, 0)),
            rounded(forecast.low(n, c, 1)),
            rounded(forecast.high(n, c, 1)));
      }
    }
    return shown >= forecast.steps()
        ? table.toString()
        : table
            + System.lineSeparator()
            + String.format(Locale.ROOT, "... %d steps in all", forecast.steps());
  }

  private static String rounded(double value) {
    return SeriesFile.cell(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
  }

  private static List<Step> steps(TimeSeries history, Forecast forecast) {
    List<Step> all = new ArrayList<>();
    for (int n = 0; n < forecast.steps(); n++) {
      List<Value> values = new ArrayList<>();
      for (int c = 0; c < history.columns().size(); c++) {
        values.add(
            new Value(
                history.columns().get(c),
                forecast.mean(n, c),
                forecast.low(n, c, 0),
                forecast.high(n, c, 0),
                forecast.low(n, c, 1),
                forecast.high(n, c, 1)));
      }
      all.add(new Step(history.times().label(history.length() + n), values));
    }
    return all;
  }
}
