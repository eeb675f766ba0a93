package ductus.nn.recurrent;

import ductus.math.CellKernels.LstmMatrices;
import ductus.math.GateLayout;
import ductus.math.PeepholeKernels.PeepholeMatrices;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Diagonal weights by which the gates of an LSTM look at its cell states (Gers and Schmidhuber
 * 2000): input and forget gate at those of the time step before, the output gate at the new ones.
 * In the file: {@code peephole} [3×H], in the order i, f, o.
 */
final class Peepholes {
  private static final int GATES = 3;

  private final GateLayout layout;
  private final Parameter weights;

  /** Weights of zero. */
  Peepholes(String name, int hiddenSize) {
    layout = new GateLayout(hiddenSize, GATES);
    weights = new Parameter(name + ".peephole", GATES, hiddenSize);
  }

  Parameter weights() {
    return weights;
  }

  /** Opens a workspace on a tape, for cells with some matrices. */
  WeightRun open(LstmMatrices lstm, Tape tape) {
    return new WeightRun(lstm, tape);
  }

  /** One run's copy of the weights, and their gradient. */
  final class WeightRun {
    private final Tape tape;
    private final PeepholeMatrices matrices;
    private final float[] dInterleaved = new float[layout.paddedColumns()];
    private FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

    WeightRun(LstmMatrices lstm, Tape tape) {
      this.tape = tape;
      matrices = new PeepholeMatrices(lstm, new FMatrixRMaj(1, layout.paddedColumns()));
    }

    /** The matrices of the cells, with the weights as kernels want them. */
    PeepholeMatrices matrices() {
      return matrices;
    }

    void begin() {
      layout.interleave(weights.value().data, matrices.peepholes().data, 0, layout.groups());
    }

    /** Makes room for the gradient. */
    void beginBackward() {
      gradient = tape.gradient(weights);
    }

    /** Adds to the gradient, once the way back is done. */
    void finish(int fromGroup, int toGroup) {
      int width = GATES * Strips.WIDTH;
      Arrays.fill(dInterleaved, fromGroup * width, toGroup * width, 0);
      tape.kernels().peepholes().weightsBackward(matrices, dInterleaved, fromGroup, toGroup);
      layout.addTo(dInterleaved, gradient.data, 1, fromGroup, toGroup);
    }
  }
}
