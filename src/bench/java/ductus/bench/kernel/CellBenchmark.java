package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.math.CellKernels.LstmMatrices;
import ductus.math.CellKernels.StateMatrices;
import ductus.math.GateLayout;
import ductus.math.Kernels;
import org.ejml.data.FMatrixRMaj;
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
  private float[] preActivations;
  private LstmMatrices matrices;
  private FMatrixRMaj dHidden;

  /** Makes pre-activations and gradients. */
  @Setup
  public void prepare() {
    Setting sizes = Forked.setting(setting);
    layout = new GateLayout(sizes.hidden(), GATES);
    int rows = sizes.batch();
    int states = layout.paddedUnits();
    preActivations = Forked.random(rows * layout.paddedColumns());
    FMatrixRMaj previous = random(rows, states);
    matrices =
        new LstmMatrices(
            FMatrixRMaj.wrap(rows, layout.paddedColumns(), preActivations.clone()),
            new StateMatrices(
                previous, new FMatrixRMaj(rows, states), new FMatrixRMaj(rows, states)),
            new FMatrixRMaj(rows, states),
            new StateMatrices(previous, new FMatrixRMaj(rows, states), random(rows, states)));
    dHidden = random(rows, states);
  }

  private static FMatrixRMaj random(int rows, int columns) {
    return FMatrixRMaj.wrap(rows, columns, Forked.random(rows * columns));
  }

  /** Forward, after a copy of the pre-activations, which the gates replace. */
  @Benchmark
  public float[] forward() {
    float[] gates = matrices.gates().data;
    System.arraycopy(preActivations, 0, gates, 0, gates.length);
    for (int b = 0; b < matrices.cell().batch(); b++) {
      kernels.cells().lstm(matrices, 0, b, 0, layout.groups());
    }
    return matrices.hidden().all().data;
  }

  /** There and back. */
  @Benchmark
  public float[] forwardAndBackward() {
    forward();
    for (int b = 0; b < matrices.cell().batch(); b++) {
      kernels.cells().lstmBackward(matrices, dHidden, 0, b, 0, layout.groups());
    }
    return matrices.cell().gradient().data;
  }
}
