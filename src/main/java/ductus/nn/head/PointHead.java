package ductus.nn.head;

import ductus.nn.Affine;
import ductus.nn.Tape;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * Predicts N numbers a time step, each by itself, by a {@link OutputDistribution}: outputs = h·W +
 * b. Weights in the file: {@code head.weight} W [H×P·N], {@code head.bias} b [1×P·N]; the first
 * parts of all numbers stand before the second.
 */
public final class PointHead extends AffineHead<float[]> {
  private final OutputDistribution law;
  private final int numbers;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights for hidden states of size H and N numbers. */
  public PointHead(OutputDistribution law, int inputSize, int numbers) {
    super(inputSize, law.parts() * numbers);
    this.law = law;
    this.numbers = numbers;
  }

  /**
   * Computes the loss and leaves its gradient on the tape.
   *
   * @param hidden [T×B×H], not modified
   * @param targets [T×B×N], NaN where masked
   * @param scale factor of the gradient
   * @return the sum of the losses of the unmasked numbers
   */
  @Override
  public double loss(FMatrixRMaj hidden, float[] targets, float scale, Tape tape) {
    return tape.workspace(this, opening).loss(hidden, targets, scale);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return projection.backward(tape.workspace(this, opening).outputs, tape);
  }

  private final class Run {
    private final Tape tape;
    private final Affine.BlockWork measuring = this::measure;
    private final BlockSums losses = new BlockSums();

    /** [T×B×P·N]; while a block is measured its gradient takes its place. */
    private FMatrixRMaj outputs = new FMatrixRMaj(0, 0);

    private float[] targets = new float[0];
    private float scale;

    Run(Tape tape) {
      this.tape = tape;
    }

    double loss(FMatrixRMaj hidden, float[] wanted, float factor) {
      if (wanted.length != tape.rows() * numbers) {
        throw new IllegalArgumentException(
            "targets must be %d×%d numbers but were %d"
                .formatted(tape.rows(), numbers, wanted.length));
      }
      targets = wanted;
      scale = factor;
      losses.begin(tape.rows());
      outputs = projection.forward(hidden, measuring, tape);
      return losses.total();
    }

    /** What stands behind the outputs in whole strips is zero, and stays so. */
    private void measure(FMatrixRMaj values, int fromRow, int rows, int slice) {
      double sum = 0;
      for (int row = fromRow; row < fromRow + rows; row++) {
        int at = row * values.numCols;
        for (int n = 0; n < numbers; n++) {
          float target = targets[row * numbers + n];
          if (Float.isNaN(target)) {
            for (int part = 0; part < law.parts(); part++) {
              values.data[at + part * numbers + n] = 0;
            }
          } else {
            sum += law.loss(values.data, at + n, numbers, target, scale);
          }
        }
      }
      losses.put(fromRow, sum);
    }
  }
}
