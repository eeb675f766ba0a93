package ductus.nn.recurrent;

import ductus.math.GateLayout;
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

  /** A workspace on a tape. */
  NormRun open(Tape tape) {
    return new NormRun(tape);
  }

  /** One run's rows, normalized, and the gradient of the gain. */
  final class NormRun {
    private final Tape tape;
    private FMatrixRMaj gradient = new FMatrixRMaj(0, 0);
    private final float[] gains = new float[layout.paddedColumns()];
    private final float[] dGains = new float[layout.paddedColumns()];
    private final FMatrixRMaj normalized = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj scales = new FMatrixRMaj(0, 0);

    NormRun(Tape tape) {
      this.tape = tape;
    }

    void begin() {
      layout.interleave(gain.value().data, gains, 0, layout.groups());
      normalized.reshape(tape.rows(), layout.paddedColumns());
      scales.reshape(tape.rows(), 1);
    }

    /** Makes room for the gradient. */
    void beginBackward() {
      gradient = tape.gradient(gain);
    }

    /** Adds a row of x, normalized, to the same row of y. */
    void forward(int row, FMatrixRMaj x, FMatrixRMaj y) {
      scales.data[row] =
          tape.kernels()
              .norms()
              .normalize(
                  x.data,
                  row * x.numCols,
                  layout.paddedColumns(),
                  layout.columns(),
                  gains,
                  normalized.data,
                  row * normalized.numCols,
                  y.data,
                  row * y.numCols);
    }

    /**
     * Computes the gradient of a row of x.
     *
     * @param dX written to at {@code dXRow}
     */
    void backward(int row, FMatrixRMaj dY, FMatrixRMaj dX, int dXRow) {
      tape.kernels()
          .norms()
          .normalizeBackward(
              normalized.data,
              row * normalized.numCols,
              layout.paddedColumns(),
              layout.columns(),
              scales.data[row],
              gains,
              dY.data,
              row * dY.numCols,
              dX.data,
              dXRow * dX.numCols);
    }

    /** Adds to the gradient of the gain, the columns of some groups. */
    void finish(FMatrixRMaj dY, int fromGroup, int toGroup) {
      int width = layout.gates() * Strips.WIDTH;
      int from = fromGroup * width;
      Arrays.fill(dGains, from, toGroup * width, 0);
      tape.kernels()
          .norms()
          .addProducts(
              dY.data,
              from,
              dY.numCols,
              normalized.data,
              from,
              normalized.numCols,
              tape.rows(),
              dGains,
              from,
              toGroup * width - from);
      layout.addTo(dGains, gradient.data, 1, fromGroup, toGroup);
    }
  }
}
