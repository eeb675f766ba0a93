package ductus.series.network;

import ductus.series.TimeAxis;
import ductus.series.linear.CalendarInput;
import ductus.series.linear.LinearForecast;
import ductus.series.linear.LinearStep;
import ductus.series.linear.PastValues;
import ductus.series.linear.SeriesCalendar;
import java.util.List;

/**
 * Goes along a series, on one path or on several side by side, and says at each step what a network
 * is given of it, and what its answer is added to. It does not know the network.
 *
 * <p>Of each column that is: the standardized value, its change, and whether it was missing. Where
 * there is a linear forecast, the value is held within the range of those that were learned, and
 * given is, too: how far the value was from what that forecast had expected, what it expects next,
 * and, with a season, how the next value was a season before; and of all columns together the
 * calendar of the next step.
 */
final class SeriesSteps {
  /** Inputs of each column without a linear forecast: value, change, flag. */
  private static final int PLAIN = 3;

  /** Inputs of each column with one. */
  private static final int WITH_LINEAR = 5;

  /** Largest number that is given; those beyond it say no more than that they are far off. */
  private static final double FARTHEST = 20;

  private final SeriesConfig config;
  private final TimeAxis times;
  private final List<ColumnScale> columns;
  private final LinearForecast linear;
  private final SeriesCalendar calendar;
  private final LinearStep next;
  private final int paths;
  private final int ofColumn;
  private final PastValues past;
  private final double[] last;
  private final double[] bases;
  private int row;
  private boolean begun;

  /**
   * Begins before a row.
   *
   * @param times of the series
   * @param row that is taken next, from 0
   */
  SeriesSteps(SeriesConfig config, TimeAxis times, int row) {
    this(config, times, row, new PastValues(1, config.columns().size(), config.memory()), 1);
  }

  private SeriesSteps(SeriesConfig config, TimeAxis times, int row, PastValues past, int paths) {
    this.config = config;
    this.times = times;
    this.row = row;
    this.past = past;
    this.paths = paths;
    columns = config.columns();
    linear = config.linear();
    calendar = new SeriesCalendar(linear.calendar(), times);
    next = new LinearStep(linear, calendar);
    ofColumn = inputsOfColumn(config);
    last = new double[paths * columns.size()];
    bases = new double[last.length];
  }

  private static int inputsOfColumn(SeriesConfig config) {
    return config.basis() == null ? PLAIN : config.season() > 0 ? WITH_LINEAR + 1 : WITH_LINEAR;
  }

  /** Numbers that a network is given a step, K. */
  static int inputs(SeriesConfig config) {
    return config.columns().size() * inputsOfColumn(config)
        + SeriesCalendar.size(
            config.linear().calendar().stream().filter(CalendarInput::isCycle).toList());
  }

  /** Several paths that go on from the one of this. */
  SeriesSteps fork(int count) {
    SeriesSteps fork = new SeriesSteps(config, times, row, past.fork(count), count);
    int size = columns.size();
    for (int path = 0; path < count; path++) {
      System.arraycopy(last, 0, fork.last, path * size, size);
      System.arraycopy(bases, 0, fork.bases, path * size, size);
    }
    fork.begun = begun;
    return fork;
  }

  /**
   * Remembers the values of a row before the first that is taken.
   *
   * @param values [C], NaN where missing, not modified
   */
  void remember(double[] values) {
    double[] known = new double[values.length];
    for (int c = 0; c < known.length; c++) {
      double before = past.isEmpty() ? columns.get(c).mean() : past.value(0, c, 1);
      known[c] = Double.isNaN(values[c]) ? before : values[c];
    }
    past.add(known);
  }

  /**
   * Takes the values of a step.
   *
   * @param values [B×C], none missing, not modified
   * @param missing whether a value stands in for a missing one [B×C]
   * @param inputs of a network for each path, K each, modified
   * @param stride from the inputs of a path to those of the next, K or more
   */
  void take(double[] values, boolean[] missing, float[] inputs, int stride) {
    past.add(values);
    row++;
    int size = columns.size();
    int season = config.season();
    for (int path = 0; path < paths; path++) {
      for (int c = 0; c < size; c++) {
        int i = path * size + c;
        ColumnScale scale = columns.get(c);
        double value = values[i];
        double base = next.next(past, path, c, row);
        int at = path * stride + ofColumn * c;
        boolean plain = config.basis() == null;
        inputs[at] =
            bounded(((plain ? value : scale.held(value)) - scale.mean()) / scale.deviation());
        inputs[at + 1] = bounded((value - (begun ? last[i] : value)) / scale.change());
        inputs[at + 2] = missing[i] ? 1 : 0;
        if (!plain) {
          inputs[at + 3] = begun ? bounded((value - bases[i]) / unit(c)) : 0;
          inputs[at + 4] = bounded((base - value) / scale.change());
          if (season > 0) {
            inputs[at + 5] = bounded((past.value(path, c, season) - value) / scale.change());
          }
        }
        last[i] = value;
        bases[i] = base;
      }
      calendar.writeCycles(row, inputs, path * stride + ofColumn * size);
    }
    begun = true;
  }

  /** The value of a column that was taken last. */
  double last(int path, int column) {
    return last[path * columns.size() + column];
  }

  /** What a network's answer for the next step is added to. */
  double base(int path, int column) {
    return bases[path * columns.size() + column];
  }

  /** What an answer of 1 is, in units of a column. */
  double unit(int column) {
    return linear.equations().get(column).deviation();
  }

  private static float bounded(double number) {
    return (float) Math.max(-FARTHEST, Math.min(FARTHEST, number));
  }
}
