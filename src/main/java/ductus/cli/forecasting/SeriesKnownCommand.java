package ductus.cli.forecasting;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.provenance.NewNames;
import ductus.series.SeriesFile;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import ductus.series.known.FaultySines;
import ductus.series.known.MackeyGlass;
import ductus.series.known.Narma;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus series known NAME}. */
@Command(
    name = "known",
    description = {
      "Makes a series whose answers are known, to try networks on: the chaotic series of Mackey and"
          + " Glass (delay 17); NARMA of order ten, an input and what a system makes of it; two"
          + " sines with noise, in whose second half there may be faults.",
      ""
    },
    footer = {"", "Example: ductus series known mackey-glass --out mackey-glass.csv"})
final class SeriesKnownCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;

  /** What can be made. */
  enum Name {
    MACKEY_GLASS,
    NARMA,
    SINES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Parameters(paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}.")
  private Name name = Name.SINES;

  @Option(names = "--length", paramLabel = "N", description = "Rows; 3000.")
  private int length = 3000;

  @Option(
      names = "--faults",
      paramLabel = "N",
      description = "Faults in the second half of the sines; a column says where they are. None.")
  private int faults;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What was made. */
  private record Result(String file, int rows) {}

  @Override
  public Integer call() throws IOException {
    if (length < 1 || length > MOST) {
      throw common.wrongUsage("--length must be 1 to %d but was %d".formatted(MOST, length));
    }
    if (faults < 0) {
      throw common.wrongUsage("--faults must be 0 or more but was " + faults);
    }
    if (faults != 0 && name != Name.SINES) {
      throw common.wrongUsage("--faults goes with sines, not with " + name);
    }
    TimeSeries series;
    try {
      series = make(seed.orElse(1));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongUsage(String.valueOf(wrong.getMessage()));
    }
    try (NewNames names = NewNames.of(out.path().orElse(null), name.toString(), List.of(".csv"))) {
      Path stem = names.next();
      Path file = stem.resolveSibling(stem.getFileName() + ".csv");
      SeriesFile.write(file, series);
      common.console().say("Wrote " + file);
      common.console().printJson(new Result(file.toString(), length));
      return ExitStatus.DONE;
    }
  }

  private TimeSeries make(long drawnWith) {
    return switch (name) {
      case MACKEY_GLASS ->
          series(List.of("value"), MackeyGlass.of(length, MackeyGlass.DELAY, drawnWith));
      case NARMA -> {
        // What the system says at the time of an input does not depend on it yet.
        Narma narma = Narma.of(length + 1, drawnWith);
        yield series(
            List.of("input", "output"),
            Arrays.copyOfRange(narma.input(), 1, length + 1),
            Arrays.copyOf(narma.output(), length));
      }
      case SINES -> {
        FaultySines sines = FaultySines.of(length, length / 2, faults, drawnWith);
        yield faults == 0
            ? series(List.of("value"), sines.values())
            : series(List.of("value", "fault"), sines.values(), marks(sines));
      }
    };
  }

  private double[] marks(FaultySines sines) {
    double[] marks = new double[length];
    for (int t = 0; t < length; t++) {
      marks[t] = sines.isFaulty(t) ? 1 : 0;
    }
    return marks;
  }

  private static TimeSeries series(List<String> names, double[]... columns) {
    int rows = columns[0].length;
    double[] values = new double[rows * columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i % columns.length][Math.floorDiv(i, columns.length)];
    }
    return new TimeSeries(TimeAxis.rows(rows), names, values);
  }
}
