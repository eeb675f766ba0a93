package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.NormKernels;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
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

  /** Gates of the LSTM, and which of them the peepholes belong to. */
  private static final int LSTM_GATES = 4;

  private static final int[] PLACES = {0, 1, 3};

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

  /** A workspace on a tape. */
  WeightRun open(Tape tape) {
    return new WeightRun(tape);
  }

  /** One run's copy of the weights, and their gradient. */
  final class WeightRun {
    private final Tape tape;
    private FMatrixRMaj gradient = new FMatrixRMaj(0, 0);
    private final float[] interleaved = new float[layout.paddedColumns()];
    private final float[] dInterleaved = new float[layout.paddedColumns()];

    WeightRun(Tape tape) {
      this.tape = tape;
    }

    void begin() {
      layout.interleave(weights.value().data, interleaved, 0, layout.groups());
    }

    /** The weights as kernels want them [16·3·groups]. */
    float[] interleaved() {
      return interleaved;
    }

    /** Makes room for the gradient. */
    void beginBackward() {
      gradient = tape.gradient(weights);
    }

    /**
     * Adds to the gradient.
     *
     * @param dGates gradients of the gates' pre-activations [T×B×4·H] interleaved
     */
    void finish(FMatrixRMaj dGates, StateHistory cells, int fromGroup, int toGroup) {
      int width = GATES * Strips.WIDTH;
      Arrays.fill(dInterleaved, fromGroup * width, toGroup * width, 0);
      int later = tape.rows() - tape.batch();
      for (int group = fromGroup; group < toGroup; group++) {
        for (int i = 0; i < 2; i++) {
          add(dGates, 0, cells.initial(), tape.batch(), group, i);
          add(dGates, tape.batch(), cells.all(), later, group, i);
        }
        add(dGates, 0, cells.all(), tape.rows(), group, 2);
      }
      layout.addTo(dInterleaved, gradient.data, 1, fromGroup, toGroup);
    }

    private void add(
        FMatrixRMaj dGates, int fromRow, FMatrixRMaj cells, int rows, int group, int peephole) {
      NormKernels kernels = tape.kernels().norms();
      kernels.addProducts(
          dGates.data,
          fromRow * dGates.numCols + (group * LSTM_GATES + PLACES[peephole]) * Strips.WIDTH,
          dGates.numCols,
          cells.data,
          group * Strips.WIDTH,
          cells.numCols,
          rows,
          dInterleaved,
          (group * GATES + peephole) * Strips.WIDTH,
          Strips.WIDTH);
    }
  }
}
