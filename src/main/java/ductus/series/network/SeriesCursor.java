package ductus.series.network;

import ductus.math.Strips;
import ductus.model.signal.SignalNetwork;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.OutputDistribution;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Goes along a series step by step, on one path or on several side by side, and says before each
 * step what it expects. Before the first that is the mean of all.
 */
public final class SeriesCursor {
  private final SignalNetwork network;
  private final List<ColumnScale> columns;
  private final Tape tape;
  private final int paths;
  private final State state;
  private final FMatrixRMaj inputs;
  private final double[] last;
  private final double[] mean;
  private final double[] deviation;
  private boolean begun;

  /**
   * Creates a cursor before the first step.
   *
   * @param tape that the network was packed for
   * @param paths B, which all begin alike
   */
  public SeriesCursor(SignalNetwork network, List<ColumnScale> columns, Tape tape, int paths) {
    this.network = network;
    this.columns = List.copyOf(columns);
    this.tape = tape;
    this.paths = paths;
    state = network.initialState(paths);
    inputs = new FMatrixRMaj(paths, Strips.padded(SeriesConfig.INPUTS * columns.size()));
    last = new double[paths * columns.size()];
    mean = new double[last.length];
    deviation = new double[last.length];
    for (int i = 0; i < last.length; i++) {
      ColumnScale scale = this.columns.get(i % columns.size());
      mean[i] = scale.mean();
      deviation[i] = scale.deviation();
    }
  }

  /** Creates a cursor of several paths that go on from here, where this has one. */
  public SeriesCursor fork(int count) {
    SeriesCursor fork = new SeriesCursor(network, columns, tape, count);
    int size = columns.size();
    for (int path = 0; path < count; path++) {
      fork.state.copyRow(state, 0, path);
      System.arraycopy(last, 0, fork.last, path * size, size);
      System.arraycopy(mean, 0, fork.mean, path * size, size);
      System.arraycopy(deviation, 0, fork.deviation, path * size, size);
    }
    fork.begun = begun;
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

  /**
   * The last value that a column was given; where it was missing, the one that had been expected.
   */
  double last(int path, int column) {
    return last[path * columns.size() + column];
  }

  /**
   * Takes the values of a step.
   *
   * @param values [B×C], NaN where missing, not modified
   */
  public void accept(double[] values) {
    int size = columns.size();
    for (int path = 0; path < paths; path++) {
      for (int c = 0; c < size; c++) {
        int i = path * size + c;
        boolean missing = Double.isNaN(values[i]);
        double value = missing ? columns.get(c).bounded(mean[i]) : values[i];
        StepInputs.write(
            columns.get(c),
            value,
            begun ? last[i] : value,
            missing,
            inputs.data,
            path * inputs.numCols + SeriesConfig.INPUTS * c);
        last[i] = value;
      }
    }
    begun = true;
    tape.begin(1, paths, state);
    FMatrixRMaj outputs = network.step(inputs, tape);
    for (int path = 0; path < paths; path++) {
      for (int c = 0; c < size; c++) {
        int at = path * outputs.numCols + c;
        int i = path * size + c;
        double change = columns.get(c).change();
        double log =
            Math.max(
                -OutputDistribution.LARGEST_LOG,
                Math.min(OutputDistribution.LARGEST_LOG, outputs.data[at + size]));
        mean[i] = last[i] + change * outputs.data[at];
        deviation[i] = change * StrictMath.exp(log);
      }
    }
  }
}
