package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.math.GateLayout;
import ductus.math.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The cells of an LSTM layer at one time step. */
@State(Scope.Thread)
public class CellBenchmark {
  private static final int GATES = 4;

  @Param({"1", "2", "3", "4"})
  private int setting;

  private final Kernels kernels = Forked.kernels();
  private GateLayout layout;
  private int rows;
  private float[] preActivations;
  private float[] gates;
  private float[] previous;
  private float[] cell;
  private float[] cellTanh;
  private float[] hidden;
  private float[] dHidden;
  private float[] dRecurrent;
  private float[] dCell;
  private float[] dBias;

  /** Makes pre-activations and gradients. */
  @Setup
  public void prepare() {
    Setting sizes = Forked.setting(setting);
    layout = new GateLayout(sizes.hidden(), GATES);
    rows = sizes.batch();
    int states = rows * layout.paddedUnits();
    preActivations = Forked.random(rows * layout.paddedColumns());
    gates = preActivations.clone();
    previous = Forked.random(states);
    cell = new float[states];
    cellTanh = new float[states];
    hidden = new float[states];
    dHidden = Forked.random(states);
    dRecurrent = Forked.random(states);
    dCell = new float[states];
    dBias = new float[layout.paddedColumns()];
  }

  /** Forward, after a copy of the pre-activations, which the gates replace. */
  @Benchmark
  public float[] forward() {
    System.arraycopy(preActivations, 0, gates, 0, gates.length);
    kernels
        .cells()
        .lstm(
            gates,
            0,
            layout.paddedColumns(),
            previous,
            0,
            cell,
            cellTanh,
            0,
            hidden,
            0,
            layout.paddedUnits(),
            0,
            layout.groups(),
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
            layout.paddedColumns(),
            previous,
            0,
            cellTanh,
            0,
            dHidden,
            0,
            dRecurrent,
            dCell,
            layout.paddedUnits(),
            dBias,
            0,
            layout.groups(),
            rows);
    return dCell;
  }
}
