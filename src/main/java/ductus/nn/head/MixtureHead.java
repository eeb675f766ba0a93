package ductus.nn.head;

import ductus.nn.Affine;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * Predicts the next pen point a time step: a {@link Mixture} over its offset, and whether the
 * stroke ends with it; the loss is −log of the density and of the probability, in nats (Graves
 * 2013, eq. 18–26). Weights in the file: {@code head.weight} [H×(1+6M)], {@code head.bias}
 * [1×(1+6M)], columns in the order of {@link Mixture}.
 */
public final class MixtureHead extends AffineHead<FMatrixRMaj> {
  /** Columns of the targets. */
  private static final int TARGETS = 3;

  private final int components;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights for hidden states of size H and M components. */
  public MixtureHead(int inputSize, int components) {
    super(inputSize, Mixture.outputs(components));
    this.components = components;
  }

  /**
   * Computes the loss and leaves its gradient on the tape.
   *
   * @param hidden [T×B×H], not modified
   * @param targets [T×B×3]: Δx, Δy, and 1 where the stroke ends, 0 where it goes on, negative where
   *     the step is masked; not modified
   * @param scale factor of the gradient, usually one over the number of unmasked steps
   * @return the sum over the unmasked steps, in nats
   */
  @Override
  public double loss(FMatrixRMaj hidden, FMatrixRMaj targets, float scale, Tape tape) {
    return tape.workspace(this, opening).loss(hidden, targets, scale);
  }

  /** The pen's part of the last {@link #loss}, in nats; the offsets' part is the rest. */
  public double penNats(Tape tape) {
    return tape.workspace(this, opening).pens.total();
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return projection.backward(tape.workspace(this, opening).raw, tape);
  }

  private final class Run {
    private final Tape tape;
    private final Affine.BlockWork measuring = this::measure;

    /** The mixtures that outputs are read into, one a thread. */
    private Mixture[] mixtures = new Mixture[0];

    private final BlockSums offsets = new BlockSums();
    private final BlockSums pens = new BlockSums();

    /** [T×B×(1+6M)]; while a block is measured its gradient takes its place. */
    private FMatrixRMaj raw = new FMatrixRMaj(0, 0);

    private FMatrixRMaj targets = raw;
    private float scale;

    Run(Tape tape) {
      this.tape = tape;
    }

    double loss(FMatrixRMaj hidden, FMatrixRMaj wanted, float factor) {
      if (wanted.numRows != tape.rows() || wanted.numCols != TARGETS) {
        throw new IllegalArgumentException(
            "targets must be %d×%d but were %d×%d"
                .formatted(tape.rows(), TARGETS, wanted.numRows, wanted.numCols));
      }
      targets = wanted;
      scale = factor;
      offsets.begin(tape.rows());
      pens.begin(tape.rows());
      if (mixtures.length < tape.workers().count()) {
        mixtures = new Mixture[tape.workers().count()];
        Arrays.setAll(mixtures, thread -> new Mixture(components));
      }
      raw = projection.forward(hidden, measuring, tape);
      return offsets.total() + pens.total();
    }

    private void measure(FMatrixRMaj outputs, int fromRow, int rows, int slice) {
      Mixture mixture = mixtures[slice];
      double offsetNats = 0;
      double penNats = 0;
      for (int row = fromRow; row < fromRow + rows; row++) {
        int at = row * outputs.numCols;
        int target = row * TARGETS;
        float end = targets.data[target + 2];
        if (end < 0) {
          Arrays.fill(outputs.data, at, at + outputs.numCols, 0);
          continue;
        }
        mixture.read(outputs.data, at);
        offsetNats += mixture.offsetNats(targets.data[target], targets.data[target + 1]);
        penNats += mixture.penNats(end > 0);
        mixture.gradient(outputs.data, at, end > 0, scale);
      }
      offsets.put(fromRow, offsetNats);
      pens.put(fromRow, penNats);
    }
  }
}
