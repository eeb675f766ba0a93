package ductus.cli.forecasting;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.provenance.NewNames;
import ductus.series.SeriesFile;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import ductus.series.known.Electrocardiogram;
import ductus.series.known.FaultySines;
import ductus.series.known.LabeledShapes;
import ductus.series.known.MackeyGlass;
import ductus.series.known.Narma;
import ductus.series.known.Visitors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
          + " sines with noise, in whose second half there may be faults; visitors by day, with"
          + " week, year, holidays and a trend; a synthetic electrocardiogram, 100 rows a second.",
      "",
      "Or, of cylinder-bell-funnel, a folder with many short series in three classes, for classify"
          + " train --of series.",
      ""
    },
    footer = {"", "Example: ductus series known mackey-glass --out mackey-glass.csv"})
final class SeriesKnownCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;
  private static final int MOST_FILES = 99_999;
  private static final int USUAL_ROWS = 3000;
  private static final int USUAL_FILES = 300;

  /** What can be made. */
  enum Name {
    MACKEY_GLASS,
    NARMA,
    SINES,
    VISITORS,
    ECG,
    CYLINDER_BELL_FUNNEL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Parameters(paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}.")
  private Name name = Name.SINES;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Rows; 3000. Of cylinder-bell-funnel how many series, each of 128 rows; 300.")
  private @Nullable Integer asked;

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
    int length = length();
    if (length < 1 || length > MOST) {
      throw common.wrongUsage("--length must be 1 to %d but was %d".formatted(MOST, length));
    }
    if (faults < 0) {
      throw common.wrongUsage("--faults must be 0 or more but was " + faults);
    }
    if (faults != 0 && name != Name.SINES) {
      throw common.wrongUsage("--faults goes with sines, not with " + name);
    }
    if (name == Name.CYLINDER_BELL_FUNNEL) {
      return classes(length);
    }
    TimeSeries series;
    try {
      series = make(length, seed.orElse(1));
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

  private int length() {
    int usual = name == Name.CYLINDER_BELL_FUNNEL ? USUAL_FILES : USUAL_ROWS;
    return asked == null ? usual : asked;
  }

  /** Writes a folder with a folder of files for each class. */
  private int classes(int length) throws IOException {
    if (length > MOST_FILES) {
      throw common.wrongUsage(
          "--length must be 1 to %d, how many series there are, but was %d"
              .formatted(MOST_FILES, length));
    }
    Path folder;
    try {
      folder = out.folder(name.toString());
    } catch (IllegalArgumentException noFolder) {
      throw common.wrongUsage(String.valueOf(noFolder.getMessage()));
    }
    String[] there = folder.toFile().list();
    if (there != null && there.length > 0) {
      throw common.wrongUsage("--out must be a new folder, or an empty one, but was " + folder);
    }
    LabeledShapes.write(folder, length, seed.orElse(1));
    common.console().say("Wrote " + folder);
    common.console().printJson(new Result(folder.toString(), length));
    return ExitStatus.DONE;
  }

  private TimeSeries make(int length, long drawnWith) {
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
      case VISITORS ->
          new TimeSeries(
              TimeAxis.days("date", Visitors.FIRST, length),
              List.of("visitors"),
              Visitors.of(length, drawnWith));
      case ECG -> series(List.of("millivolts"), Electrocardiogram.of(length, drawnWith));
      case CYLINDER_BELL_FUNNEL -> throw new IllegalStateException("is a folder");
    };
  }

  private static double[] marks(FaultySines sines) {
    double[] marks = new double[sines.values().length];
    for (int t = 0; t < marks.length; t++) {
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
