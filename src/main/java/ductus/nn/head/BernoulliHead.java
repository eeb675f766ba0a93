package ductus.nn.head;

import ductus.nn.Affine;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * Predicts which of N outputs are on a time step, each by itself: logits = h·W + b, a probability
 * σ(logit) each, and the sum of their binary cross-entropies in nats. Weights in the file: {@code
 * head.weight} W [H×N], {@code head.bias} b [1×N].
 */
public final class BernoulliHead extends AffineHead<ActiveOutputs> {
  private final int outputs;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights for hidden states of size H and N outputs. */
  public BernoulliHead(int inputSize, int outputs) {
    super(inputSize, outputs);
    this.outputs = outputs;
  }

  /**
   * Computes the loss and leaves its gradient on the tape.
   *
   * @param hidden [T×B×H], not modified
   * @param targets T·B steps
   * @param scale factor of the gradient, usually one over the number of unmasked steps
   * @return the sum of −log probability of all outputs over the unmasked steps, in nats
   */
  @Override
  public double loss(FMatrixRMaj hidden, ActiveOutputs targets, float scale, Tape tape) {
    return tape.workspace(this, opening).loss(hidden, targets, scale);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return projection.backward(tape.workspace(this, opening).logits, tape);
  }

  private final class Run {
    private final Tape tape;
    private final Affine.BlockWork measuring = this::measure;
    private final BlockSums nats = new BlockSums();

    /** [T×B×N]; while a block is measured its gradient takes its place. */
    private FMatrixRMaj logits = new FMatrixRMaj(0, 0);

    private ActiveOutputs targets = new ActiveOutputs(new int[1], new int[0], new boolean[0]);
    private float scale;

    Run(Tape tape) {
      this.tape = tape;
    }

    double loss(FMatrixRMaj hidden, ActiveOutputs wanted, float factor) {
      if (wanted.steps() != tape.rows()) {
        throw new IllegalArgumentException(
            "targets must be of %d steps but were of %d".formatted(tape.rows(), wanted.steps()));
      }
      targets = wanted;
      scale = factor;
      nats.begin(tape.rows());
      logits = projection.forward(hidden, measuring, tape);
      return nats.total();
    }

    private void measure(FMatrixRMaj values, int fromRow, int rows, int slice) {
      double sum = 0;
      for (int row = fromRow; row < fromRow + rows; row++) {
        int at = row * values.numCols;
        if (targets.isMasked(row)) {
          Arrays.fill(values.data, at, at + values.numCols, 0);
          continue;
        }
        for (int i = 0; i < targets.count(row); i++) {
          sum -= values.data[at + targets.output(row, i)];
        }
        for (int n = 0; n < outputs; n++) {
          sum += softplus(values.data[at + n]);
          values.data[at + n] = scale * sigmoid(values.data[at + n]);
        }
        Arrays.fill(values.data, at + outputs, at + values.numCols, 0);
        for (int i = 0; i < targets.count(row); i++) {
          values.data[at + targets.output(row, i)] -= scale;
        }
      }
      nats.put(fromRow, sum);
    }

    /** −log of the probability that an output is off. */
    private static double softplus(float logit) {
      return Math.max(logit, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
    }

    private static float sigmoid(float logit) {
      double odds = StrictMath.exp(-Math.abs(logit));
      return (float) ((logit < 0 ? odds : 1) / (1 + odds));
    }
  }
}
