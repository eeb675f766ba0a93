package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The cells of one panel of LSTM units for a batch. */
@State(Scope.Thread)
public class CellBenchmark {
  private static final int UNITS = Kernels.GATE_LANES;

  @Param({"1", "3"})
  private int setting;

  private final Kernels kernels = Forked.kernels();
  private int rows;
  private float[] preActivations;
  private float[] gates;
  private float[] previous;
  private float[] cell;
  private float[] cellTanh;
  private float[] hidden;
  private float[] dCell;

  /** Makes pre-activations. */
  @Setup
  public void prepare() {
    Setting sizes = Forked.setting(setting);
    rows = sizes.batch();
    preActivations = Forked.random(rows * PackedWeights.PANEL);
    gates = preActivations.clone();
    previous = Forked.random(rows * UNITS);
    cell = new float[rows * UNITS];
    cellTanh = new float[rows * UNITS];
    hidden = new float[rows * UNITS];
    dCell = new float[rows * UNITS];
  }

  /** Forward, in place of the pre-activations. */
  @Benchmark
  public float[] forward() {
    System.arraycopy(preActivations, 0, gates, 0, gates.length);
    kernels
        .cells()
        .lstm(
            gates,
            0,
            PackedWeights.PANEL,
            previous,
            0,
            cell,
            cellTanh,
            0,
            UNITS,
            hidden,
            0,
            UNITS,
            UNITS,
            rows);
    return hidden;
  }

  /** There and back. */
  @Benchmark
  public float[] forwardAndBackward() {
    forward();
    kernels
        .cells()
        .lstmBackward(
            gates,
            0,
            PackedWeights.PANEL,
            previous,
            0,
            cellTanh,
            0,
            UNITS,
            hidden,
            0,
            hidden,
            0,
            UNITS,
            dCell,
            0,
            UNITS,
            rows);
    return dCell;
  }
}
