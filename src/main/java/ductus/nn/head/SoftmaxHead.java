package ductus.nn.head;

import ductus.nn.Affine;
import ductus.nn.Tape;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * Predicts one of V tokens a time step: logits = h·W + b, softmax, cross-entropy in nats. Weights
 * in the file: {@code head.weight} W [H×V], {@code head.bias} b [1×V].
 */
public final class SoftmaxHead extends AffineHead<int[]> {
  private final int vocabularySize;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights for hidden states of size H and V tokens. */
  public SoftmaxHead(int inputSize, int vocabularySize) {
    super(inputSize, vocabularySize);
    this.vocabularySize = vocabularySize;
  }

  /**
   * Computes the loss and leaves its gradient on the tape: where the tape smooths labels, that of
   * the smoothed targets; the loss returned is that of the targets themselves all the same.
   *
   * @param hidden [T×B×H], not modified
   * @param targets [T×B], negative where masked
   * @param scale factor of the gradient, usually one over the number of unmasked targets
   * @return the sum of −log probability over the unmasked targets, in nats
   */
  @Override
  public double loss(FMatrixRMaj hidden, int[] targets, float scale, Tape tape) {
    return tape.workspace(this, opening).loss(hidden, targets, scale);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return projection.backward(tape.workspace(this, opening).dLogits, tape);
  }

  private final class Run {
    private final Tape tape;
    private final Affine.BlockWork measuring = this::measure;
    private final BlockSums nats = new BlockSums();
    private FMatrixRMaj dLogits = new FMatrixRMaj(0, 0);
    private int[] targets = new int[0];
    private float scale;

    Run(Tape tape) {
      this.tape = tape;
    }

    double loss(FMatrixRMaj hidden, int[] wanted, float factor) {
      targets = wanted;
      scale = factor;
      nats.begin(tape.rows());
      dLogits = projection.forward(hidden, measuring, tape);
      return nats.total();
    }

    private void measure(FMatrixRMaj logits, int row, int rows, int slice) {
      nats.put(
          row,
          tape.kernels()
              .rows()
              .softmaxCrossEntropy(
                  logits.data,
                  row * logits.numCols,
                  logits.numCols,
                  vocabularySize,
                  rows,
                  targets,
                  row,
                  scale,
                  tape.labelSmoothing()));
    }
  }
}
