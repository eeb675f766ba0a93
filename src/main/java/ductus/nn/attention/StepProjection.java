package ductus.nn.attention;

import ductus.math.PackedWeights;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * An affine map of the hidden states that is made within the time steps: q = h·W + b. Weights in
 * the file: two matrices of given names, W [H×Q] and b [1×Q].
 */
public final class StepProjection {
  private final Parameter weights;
  private final Parameter bias;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;

  /**
   * A map with zero weights.
   *
   * @param weightName name of W
   * @param biasName name of b
   * @param hiddenSize H
   * @param size Q
   */
  public StepProjection(String weightName, String biasName, int hiddenSize, int size) {
    weights = new Parameter(weightName, hiddenSize, size);
    bias = new Parameter(biasName, 1, size);
    packed = new PackedWeights(hiddenSize, size);
    packedTransposed = new PackedWeights(size, hiddenSize);
  }

  /** W and b. */
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  /** Draws W within a bound; b is 0. */
  public void initialize(double bound, RandomGenerator random) {
    Initialization.uniform(weights.value(), bound, random);
    bias.value().zero();
  }

  /** Copies a thread's part of the weights into the kernels' layout. */
  public void repack(int slice, Workers crew) {
    packed.pack(
        weights.value(), crew.from(packed.strips(), slice), crew.from(packed.strips(), slice + 1));
    packedTransposed.packTransposed(
        weights.value(),
        crew.from(packedTransposed.strips(), slice),
        crew.from(packedTransposed.strips(), slice + 1));
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
    private float[] dWeights = {};
    private FMatrixRMaj weightGradient = values;
    private FMatrixRMaj biasGradient = values;

    private Run(Tape tape) {
      this.tape = tape;
    }

    /**
     * q [T×B×Q] in whole strips. Whoever goes back through a step replaces it there by its
     * gradient.
     */
    public FMatrixRMaj values() {
      return values;
    }

    /** Takes the shape of a pass. */
    public void begin() {
      values.reshape(tape.rows(), biases.length);
      System.arraycopy(bias.value().data, 0, biases, 0, bias.size());
    }

    /** Computes q of some sequences at a time step. */
    public void forward(int t, FMatrixRMaj hidden, int fromSequence, int toSequence) {
      int row = t * tape.batch() + fromSequence;
      int rows = toSequence - fromSequence;
      Rows.repeat(biases, values, row, rows, 0, values.numCols);
      tape.kernels()
          .products()
          .multiply(
              hidden.data,
              row * hidden.numCols,
              hidden.numCols,
              rows,
              packed,
              0,
              packed.strips(),
              values.data,
              row * values.numCols,
              values.numCols,
              true);
    }

    /** Makes room for the way back. */
    public void beginBackward() {
      weightGradient = tape.gradient(weights);
      biasGradient = tape.gradient(bias);
      if (dWeights.length == 0) {
        dWeights = new float[weights.value().numRows * values.numCols];
      }
    }

    /** Adds to the gradient of the hidden states [T×B×H] of some sequences at a time step. */
    public void backward(int t, FMatrixRMaj dHidden, int fromSequence, int toSequence) {
      int row = t * tape.batch() + fromSequence;
      tape.kernels()
          .products()
          .multiply(
              values.data,
              row * values.numCols,
              values.numCols,
              toSequence - fromSequence,
              packedTransposed,
              0,
              packedTransposed.strips(),
              dHidden.data,
              row * dHidden.numCols,
              dHidden.numCols,
              true);
    }

    /**
     * Adds a thread's part to the gradients of W and b.
     *
     * @param hidden rows that begin with the hidden states [T×B×H], not modified
     */
    public void finishBackward(FMatrixRMaj hidden, int slice, Workers crew) {
      int inputs = weights.value().numRows;
      int from = crew.from(inputs, slice);
      int to = crew.from(inputs, slice + 1);
      int stride = values.numCols;
      Arrays.fill(dWeights, from * stride, to * stride, 0);
      tape.kernels()
          .products()
          .addTransposed(
              hidden.data,
              from,
              hidden.numCols,
              to - from,
              values.data,
              0,
              stride,
              tape.rows(),
              0,
              packed.strips(),
              dWeights,
              from * stride,
              stride);
      Rows.addTo(weightGradient, dWeights, stride, from, to, 0, bias.size());
      if (slice == 0) {
        tape.kernels()
            .rows()
            .add(values.data, 0, stride, tape.rows(), biasGradient.data, 0, bias.size());
      }
    }
  }
}
