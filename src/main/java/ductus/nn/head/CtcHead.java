package ductus.nn.head;

import ductus.math.RowKernels;
import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Affine;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * Connectionist temporal classification: reads labels off a sequence that is longer than they are,
 * without being told where each one stands (Graves et al. 2006). The loss is −log of the
 * probability of the labels, in nats, over all ways to spread them over the time steps; between
 * labels there may be blanks, between equal ones there must be. Weights in the file: {@code
 * head.weight} [H×(V+1)], {@code head.bias} [1×(V+1)]; the last column is the blank.
 *
 * <p>How long each sequence is, its tape knows ({@link Tape#pad}).
 */
public final class CtcHead extends AffineHead<CtcTargets> {
  private final int labelCount;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights for hidden states of size H and V labels. */
  public CtcHead(int inputSize, int labelCount) {
    super(inputSize, labelCount + 1);
    if (labelCount < 1) {
      throw new IllegalArgumentException("labels must be 1 or more but were " + labelCount);
    }
    this.labelCount = labelCount;
  }

  @Override
  public boolean isOfWholes() {
    return true;
  }

  /**
   * Computes the loss and leaves its gradient on the tape: of all ways to spread the labels, or of
   * the one that is known.
   *
   * @param hidden [T×B×H], not modified
   * @param scale factor of the gradient
   * @return the sum over the sequences, in nats
   * @throws IllegalArgumentException if labels do not fit into the time steps of their sequence
   */
  @Override
  public double loss(FMatrixRMaj hidden, CtcTargets targets, float scale, Tape tape) {
    Run run = tape.workspace(this, opening);
    int[] path = targets.path();
    if (path != null) {
      return run.pathLoss(hidden, path, scale);
    }
    requireFitting(targets.labels(), tape);
    return run.loss(hidden, targets.labels(), scale);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return projection.backward(tape.workspace(this, opening).gradient, tape);
  }

  /** Time steps that labels take at least: one each, and a blank between equal neighbors. */
  public static int leastSteps(int[] labels) {
    int steps = labels.length;
    for (int i = 1; i < labels.length; i++) {
      if (labels[i] == labels[i - 1]) {
        steps++;
      }
    }
    return steps;
  }

  private void requireFitting(int[][] labels, Tape tape) {
    if (labels.length != tape.batch()) {
      throw new IllegalArgumentException(
          "labels must be of %d sequences but were of %d".formatted(tape.batch(), labels.length));
    }
    for (int b = 0; b < labels.length; b++) {
      for (int label : labels[b]) {
        if (label < 0 || label >= labelCount) {
          throw new IllegalArgumentException(
              "labels must be 0 to %d but one of sequence %d was %d"
                  .formatted(labelCount - 1, b, label));
        }
      }
      if (leastSteps(labels[b]) > tape.length(b)) {
        throw new IllegalArgumentException(
            "time steps of sequence %d must be %d or more for its labels but were %d"
                .formatted(b, leastSteps(labels[b]), tape.length(b)));
      }
    }
  }

  private final class Run {
    private final Tape tape;
    private final Affine.BlockWork normalizing = this::normalize;
    private final Affine.BlockWork following = this::follow;
    private final SharedWork aligning = new SharedWork(this::align);

    /** Logits [T×B×(V+1)], as they were before the gradient took their place. */
    private final FMatrixRMaj logits = new FMatrixRMaj(0, 0);

    /** Log of the sum of e to the logits [T×B]. */
    private double[] logSums = new double[0];

    /** The lattices in which losses are computed, one a thread. */
    private CtcLattice[] lattices = new CtcLattice[0];

    private double[] nats = new double[0];

    /** Gradient of the logits [T×B×(V+1)]. */
    private FMatrixRMaj gradient = logits;

    private final BlockSums pathNats = new BlockSums();
    private int[][] labels = new int[0][];
    private int[] path = new int[0];
    private float scale;

    Run(Tape tape) {
      this.tape = tape;
    }

    double loss(FMatrixRMaj hidden, int[][] wanted, float factor) {
      labels = wanted;
      scale = factor;
      if (logSums.length < tape.rows()) {
        logSums = new double[tape.rows()];
      }
      if (nats.length < tape.batch()) {
        nats = new double[tape.batch()];
      }
      if (lattices.length < tape.workers().count()) {
        lattices = new CtcLattice[tape.workers().count()];
        Arrays.setAll(lattices, thread -> new CtcLattice(labelCount));
      }
      logits.reshape(tape.rows(), Strips.padded(labelCount + 1));
      gradient = projection.forward(hidden, normalizing, tape);
      aligning.run(tape.workers(), tape.rows());
      double sum = 0;
      for (int b = 0; b < tape.batch(); b++) {
        sum += nats[b];
      }
      return sum;
    }

    double pathLoss(FMatrixRMaj hidden, int[] wanted, float factor) {
      path = wanted;
      scale = factor;
      pathNats.begin(tape.rows());
      gradient = projection.forward(hidden, following, tape);
      return pathNats.total();
    }

    private void follow(FMatrixRMaj outputs, int fromRow, int rows, int slice) {
      RowKernels kernels = tape.kernels().rows();
      double sum = 0;
      for (int row = fromRow; row < fromRow + rows; row++) {
        sum += kernels.softmaxCrossEntropy(outputs, row, labelCount + 1, path[row], scale, 0);
      }
      pathNats.put(fromRow, sum);
    }

    /** Keeps the logits, and puts the gradient in their place that an all-blank path would have. */
    private void normalize(FMatrixRMaj outputs, int fromRow, int rows, int slice) {
      int stride = outputs.numCols;
      System.arraycopy(
          outputs.data, fromRow * stride, logits.data, fromRow * stride, rows * stride);
      for (int row = fromRow; row < fromRow + rows; row++) {
        int at = row * stride;
        if (row / tape.batch() >= tape.length(row % tape.batch())) {
          Arrays.fill(outputs.data, at, at + stride, 0);
          continue;
        }
        double blankNats =
            tape.kernels()
                .rows()
                .softmaxCrossEntropy(outputs, row, labelCount + 1, labelCount, scale, 0);
        logSums[row] = blankNats + logits.data[at + labelCount];
      }
    }

    private void align(int slice, Workers crew) {
      for (int b = crew.from(tape.batch(), slice); b < crew.from(tape.batch(), slice + 1); b++) {
        nats[b] = lattices[slice].align(labels[b], b, tape, logits, logSums, scale, gradient);
      }
    }
  }
}
