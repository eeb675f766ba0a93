package ductus.task.classification.signal;

import ductus.file.BadFileException;
import ductus.model.signal.SignalSequence;
import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A series of numbers as a whole. Of each column a step has the mean, the standard deviation, the
 * mean change from row to row, taken as positive, and the share of the rows that are missing. A
 * step is a row; of a long series it is as many rows as make {@value #MOST_STEPS} steps, of which
 * the last number of each step says how many: the logarithm to the base of two. Times do not count.
 */
final class SeriesFeatureExtractor implements FeatureExtractor {
  /** Numbers of a column. */
  static final int OF_COLUMN = 4;

  private static final int MOST_STEPS = 256;

  /** As many columns as the file has. */
  @Override
  public int inputs() {
    return OF_ANY_NUMBER;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean mayBe(Path file) {
    return SeriesFile.looksLikeOne(file);
  }

  @Override
  public double[] summary(SignalSequence steps) {
    return SeriesSummary.of(steps);
  }

  @Override
  public String rule() {
    return "the nearest mean of simple features";
  }

  @Override
  public List<ExtractedSample> see(Path file) throws BadFileException, IOException {
    TimeSeries series = SeriesFile.read(file);
    for (int c = 0; c < series.columns().size(); c++) {
      if (Double.isNaN(known(series, c, series.length()))) {
        throw new BadFileException(
            file, "column \"%s\" has no number".formatted(series.columns().get(c)));
      }
    }
    return List.of(new ExtractedSample("", Optional.empty(), steps(series)));
  }

  /** What is seen of a series. */
  static SignalSequence steps(TimeSeries series) {
    int width = (series.length() + MOST_STEPS - 1) / MOST_STEPS;
    int steps = (series.length() + width - 1) / width;
    int columns = series.columns().size();
    int given = OF_COLUMN * columns + 1;
    float[] all = new float[steps * given];
    for (int c = 0; c < columns; c++) {
      double before = known(series, c, series.length());
      for (int t = 0; t < steps; t++) {
        int to = Math.min(series.length(), (t + 1) * width);
        before = write(series, c, t * width, to, before, all, t * given + OF_COLUMN * c);
      }
    }
    for (int t = 0; t < steps; t++) {
      all[(t + 1) * given - 1] = (float) (StrictMath.log(width) / StrictMath.log(2));
    }
    return SignalSequence.of(steps, all, 1);
  }

  /** The first number of a column; NaN where it has none. */
  private static double known(TimeSeries series, int column, int to) {
    for (int t = 0; t < to; t++) {
      if (!Double.isNaN(series.value(t, column))) {
        return series.value(t, column);
      }
    }
    return Double.NaN;
  }

  /**
   * Writes the numbers of a column in some rows.
   *
   * @param before last known value before them
   * @return that behind them
   */
  private static double write(
      TimeSeries series, int column, int from, int to, double before, float[] into, int at) {
    double last = before;
    double sum = 0;
    double squares = 0;
    double changes = 0;
    int missing = 0;
    for (int t = from; t < to; t++) {
      double value = series.value(t, column);
      missing += Double.isNaN(value) ? 1 : 0;
      double here = Double.isNaN(value) ? last : value;
      changes += Math.abs(here - last);
      // From what was before, so that squares of large numbers do not hide small differences.
      sum += here - before;
      squares += (here - before) * (here - before);
      last = here;
    }
    int rows = to - from;
    double mean = sum / rows;
    into[at] = finite(before + mean);
    into[at + 1] = finite(Math.sqrt(Math.max(0, squares / rows - mean * mean)));
    into[at + 2] = finite(changes / rows);
    into[at + 3] = (float) missing / rows;
    return last;
  }

  /** Differences of huge numbers overflow, and their differences are no numbers. */
  private static float finite(double number) {
    if (Double.isNaN(number)) {
      return Float.MAX_VALUE;
    }
    return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
  }
}
