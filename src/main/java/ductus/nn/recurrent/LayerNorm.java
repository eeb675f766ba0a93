package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.NormKernels.NormMatrices;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Layer normalization (Ba, Kiros and Hinton 2016) of rows whose columns stand as a {@link
 * GateLayout} says, all gates of a row together. In the file: {@code weight}, the gain [1×G·H].
 */
final class LayerNorm {
  private final GateLayout layout;
  private final Parameter gain;

  /**
   * A normalization whose gain is zero.
   *
   * @param name prefix of the parameter's name
   */
  LayerNorm(String name, GateLayout layout) {
    this.layout = layout;
    gain = new Parameter(name + ".weight", 1, layout.columns());
  }

  Parameter gain() {
    return gain;
  }

  /** Opens a workspace on a tape. */
  NormRun open(Tape tape) {
    return new NormRun(tape);
  }

  /** One run's rows, normalized, and the gradient of the gain. */
  final class NormRun {
    private final Tape tape;
    private final NormMatrices matrices =
        new NormMatrices(
            layout.columns(),
            new FMatrixRMaj(1, layout.paddedColumns()),
            new FMatrixRMaj(0, 0),
            new FMatrixRMaj(0, 0));
    private final float[] dGains = new float[layout.paddedColumns()];
    private FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

    NormRun(Tape tape) {
      this.tape = tape;
    }

    void begin() {
      layout.interleave(gain.value().data, matrices.gain().data, 0, layout.groups());
      matrices.normalized().reshape(tape.rows(), layout.paddedColumns());
      matrices.scales().reshape(tape.rows(), 1);
    }

    /** Makes room for the gradient. */
    void beginBackward() {
      gradient = tape.gradient(gain);
    }

    /** Adds a row of x, normalized, to the same row of y. */
    void forward(int row, FMatrixRMaj x, FMatrixRMaj y) {
      tape.kernels().norms().normalize(matrices, x, y, row);
    }

    /**
     * Computes the gradient of a row of x.
     *
     * @param dX written to at {@code dXRow}
     */
    void backward(int row, FMatrixRMaj dY, FMatrixRMaj dX, int dXRow) {
      tape.kernels().norms().normalizeBackward(matrices, dY, row, dX, dXRow);
    }

    /** Adds to the gradient of the gain, the columns of some groups. */
    void finish(FMatrixRMaj dY, int fromGroup, int toGroup) {
      int from = fromGroup * layout.gates() * Strips.WIDTH;
      int to = toGroup * layout.gates() * Strips.WIDTH;
      Arrays.fill(dGains, from, to, 0);
      tape.kernels().norms().addProducts(dY, matrices.normalized(), dGains, from, to);
      layout.addTo(dGains, gradient.data, 1, fromGroup, toGroup);
    }
  }
}
