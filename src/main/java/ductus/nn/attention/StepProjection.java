package ductus.nn.attention;

import ductus.math.Products.RowProduct;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.MatrixGradient;
import ductus.nn.Parameter;
import ductus.nn.Projection;
import ductus.nn.Rows;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * An affine map of the hidden states that is made within the time steps: q = h·W + b. Weights in
 * the file: two matrices of given names, W [H×Q] and b [1×Q].
 */
public final class StepProjection {
  private final Projection projection;
  private final Parameter bias;

  /**
   * A map with zero weights.
   *
   * @param weightName name of W
   * @param biasName name of b
   * @param hiddenSize H
   * @param size Q
   */
  public StepProjection(String weightName, String biasName, int hiddenSize, int size) {
    projection = new Projection(weightName, hiddenSize, size);
    bias = new Parameter(biasName, 1, size);
  }

  /** The parameters W and b. */
  public List<Parameter> parameters() {
    return List.of(projection.weights(), bias);
  }

  /** Number of inputs, H. */
  int hiddenSize() {
    return projection.inputSize();
  }

  /** The parameter b. */
  Parameter bias() {
    return bias;
  }

  /** Draws W within a bound; b is 0. */
  public void initialize(double bound, RandomGenerator random) {
    Initialization.uniform(projection.weights().value(), bound, random);
    bias.value().zero();
  }

  /** Copies a thread's part of the weights into the kernels' layout. */
  public void repack(int slice, Workers crew) {
    projection.repack(slice, crew);
  }

  /** A workspace on a tape. */
  public Run open(Tape tape) {
    return new Run(tape);
  }

  /** One run's part of the map. */
  public final class Run {
    private final Tape tape;
    private final FMatrixRMaj values = new FMatrixRMaj(0, 0);
    private final float[] biases = new float[Strips.padded(bias.size())];
    private final MatrixGradient weightGradient;
    private RowProduct forth = projection.forth(values, values);
    private RowProduct back = projection.back(values, values);
    private FMatrixRMaj biasGradient = values;

    private Run(Tape tape) {
      this.tape = tape;
      weightGradient = new MatrixGradient(projection.weights(), tape);
    }

    /**
     * The outputs q [T×B×Q] in whole strips. Whoever goes back through a step replaces them there
     * by their gradient.
     */
    public FMatrixRMaj values() {
      return values;
    }

    /**
     * Takes the shape of a pass.
     *
     * @param hidden [T×B×H], not modified
     */
    public void begin(FMatrixRMaj hidden) {
      values.reshape(tape.rows(), biases.length);
      System.arraycopy(bias.value().data, 0, biases, 0, bias.size());
      forth = forth.of(hidden);
    }

    /** Computes q of some sequences at a time step. */
    public void forward(int t, int fromSequence, int toSequence) {
      int row = t * tape.batch();
      Rows.repeat(biases, values, row + fromSequence, toSequence - fromSequence, 0, values.numCols);
      tape.kernels().products().add(forth, row + fromSequence, row + toSequence);
    }

    /**
     * Makes room for the way back.
     *
     * @param hidden rows that begin with the hidden states [T×B×H], not modified
     * @param dHidden gradient of the hidden states [T×B×H], added to step by step
     */
    public void beginBackward(FMatrixRMaj hidden, FMatrixRMaj dHidden) {
      back = back.into(dHidden);
      weightGradient.begin(hidden, values);
      biasGradient = tape.gradient(bias);
    }

    /** Adds to the gradient of the hidden states of some sequences at a time step. */
    public void backward(int t, int fromSequence, int toSequence) {
      int row = t * tape.batch();
      tape.kernels().products().add(back, row + fromSequence, row + toSequence);
    }

    /** Adds a thread's part to the gradients of W and b. */
    public void finishBackward(int slice, Workers crew) {
      weightGradient.add(slice, crew);
      if (slice == 0) {
        tape.kernels().rows().add(values, 0, tape.rows(), biasGradient.data, 0, bias.size());
      }
    }
  }
}
