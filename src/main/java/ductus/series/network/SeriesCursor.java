package ductus.series.network;

import ductus.math.Strips;
import ductus.model.signal.SignalNetwork;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.OutputDistribution;
import ductus.series.TimeAxis;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Goes along a series step by step, on one path or on several side by side, and says before each
 * step what it expects. Before the first that is the mean of all.
 */
public final class SeriesCursor {
  private final SignalNetwork network;
  private final SeriesConfig config;
  private final List<ColumnScale> columns;
  private final Tape tape;
  private final int paths;
  private final State state;
  private final SeriesSteps steps;
  private final FMatrixRMaj inputs;
  private final double[] taken;
  private final boolean[] missing;
  private final double[] mean;
  private final double[] deviation;

  /**
   * Creates a cursor before a row.
   *
   * @param times of the series
   * @param row that is taken first, from 0
   * @param tape that the network was packed for
   */
  public SeriesCursor(
      SignalNetwork network, SeriesConfig config, TimeAxis times, int row, Tape tape) {
    this(network, config, new SeriesSteps(config, times, row), tape, 1);
  }

  private SeriesCursor(
      SignalNetwork network, SeriesConfig config, SeriesSteps steps, Tape tape, int paths) {
    this.network = network;
    this.config = config;
    this.steps = steps;
    this.tape = tape;
    this.paths = paths;
    columns = config.columns();
    state = network.initialState(paths);
    inputs = new FMatrixRMaj(paths, Strips.padded(SeriesSteps.inputs(config)));
    taken = new double[paths * columns.size()];
    missing = new boolean[taken.length];
    mean = new double[taken.length];
    deviation = new double[taken.length];
    for (int i = 0; i < taken.length; i++) {
      ColumnScale scale = columns.get(i % columns.size());
      mean[i] = scale.mean();
      deviation[i] = scale.deviation();
    }
  }

  /** Creates a cursor of several paths that go on from here, where this has one. */
  public SeriesCursor fork(int count) {
    SeriesCursor fork = new SeriesCursor(network, config, steps.fork(count), tape, count);
    int size = columns.size();
    for (int path = 0; path < count; path++) {
      fork.state.copyRow(state, 0, path);
      System.arraycopy(mean, 0, fork.mean, path * size, size);
      System.arraycopy(deviation, 0, fork.deviation, path * size, size);
    }
    return fork;
  }

  /** Expected value of the next step. */
  public double mean(int path, int column) {
    return mean[path * columns.size() + column];
  }

  /** Standard deviation of the next step's value around {@link #mean}. */
  public double deviation(int path, int column) {
    return deviation[path * columns.size() + column];
  }

  /** What the network's next answer is added to. */
  double base(int path, int column) {
    return steps.base(path, column);
  }

  /** Copies what the network was given of the last step of the first path [K]. */
  void copyInputs(float[] into, int at) {
    System.arraycopy(inputs.data, 0, into, at, SeriesSteps.inputs(config));
  }

  /**
   * Remembers the values of a row before the first that is taken; only its linear forecast knows
   * them.
   *
   * @param values [C], NaN where missing, not modified
   */
  public void remember(double[] values) {
    steps.remember(values);
  }

  /**
   * Takes the values of a step.
   *
   * @param values [B×C], NaN where missing, not modified
   */
  public void accept(double[] values) {
    int size = columns.size();
    for (int i = 0; i < taken.length; i++) {
      missing[i] = Double.isNaN(values[i]);
      taken[i] = missing[i] ? columns.get(i % size).bounded(mean[i]) : values[i];
    }
    steps.take(taken, missing, inputs.data, inputs.numCols);
    tape.begin(1, paths, state);
    FMatrixRMaj outputs = network.step(inputs, tape);
    for (int path = 0; path < paths; path++) {
      for (int c = 0; c < size; c++) {
        int at = path * outputs.numCols + c;
        int i = path * size + c;
        double unit = steps.unit(c);
        double log =
            Math.max(
                -OutputDistribution.LARGEST_LOG,
                Math.min(OutputDistribution.LARGEST_LOG, outputs.data[at + size]));
        mean[i] = steps.base(path, c) + config.trust() * unit * outputs.data[at];
        deviation[i] = unit * StrictMath.exp(log);
      }
    }
  }
}
