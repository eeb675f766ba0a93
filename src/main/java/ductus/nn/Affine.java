package ductus.nn;

import ductus.math.PackedWeights;
import ductus.math.Strips;
import ductus.math.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * An affine map of every time step: output = x·W + b. Weights in the file, behind the layer's name:
 * {@code weight} W [K×N], {@code bias} b [1×N].
 */
public final class Affine implements Layer<FMatrixRMaj> {
  /** Rows whose outputs are made, and may be worked on, while they are in the cache. */
  public static final int BLOCK = 64;

  private final int inputSize;
  private final int outputSize;
  private final Parameter weights;
  private final Parameter bias;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;
  private final Function<Tape, Run> opening = Run::new;

  /** What is done to outputs right behind the product, by the thread that made them. */
  @FunctionalInterface
  public interface BlockWork {
    /**
     * Works on up to {@link #BLOCK} rows, in place if it likes.
     *
     * @param output [T×B×N] in whole strips, of which only these rows are done
     * @param row the first row, a multiple of {@link #BLOCK}
     * @param slice number of the thread
     */
    void run(FMatrixRMaj output, int row, int rows, int slice);
  }

  /**
   * A layer with zero weights.
   *
   * @param name before the names of its parameters
   * @param inputSize K
   * @param outputSize N
   */
  public Affine(String name, int inputSize, int outputSize) {
    if (inputSize < 1 || outputSize < 1) {
      throw new IllegalArgumentException(
          "input and output size must be 1 or more but were " + inputSize + " and " + outputSize);
    }
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    weights = new Parameter(name + ".weight", inputSize, outputSize);
    bias = new Parameter(name + ".bias", 1, outputSize);
    packed = new PackedWeights(inputSize, outputSize);
    packedTransposed = new PackedWeights(outputSize, inputSize);
  }

  @Override
  public int outputSize() {
    return outputSize;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  /** Uniform within one over the root of K; no bias. */
  @Override
  public void initialize(RandomGenerator random) {
    Initialization.uniform(weights.value(), 1 / Math.sqrt(inputSize), random);
    bias.value().zero();
  }

  @Override
  public void repack(Tape tape) {
    tape.workers().run(tape.workspace(this, opening).packing);
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  /**
   * Computes the outputs, and has each block of rows worked on as soon as it is there.
   *
   * @param input [T×B×K], not modified
   * @return [T×B×N] in whole strips, on the tape, as the work left it
   */
  public FMatrixRMaj forward(FMatrixRMaj input, BlockWork work, Tape tape) {
    return tape.workspace(this, opening).forward(input, work);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);

    /** [K×N] and [N] in whole strips, where the products leave them. */
    private float[] dWeights = new float[0];

    private final float[] biases = new float[Strips.padded(outputSize)];
    private final Workers.Work packing = this::repack;
    private final Workers.Work multiplying = this::multiply;
    private final Workers.Work working = this::multiplyAndWork;
    private final Workers.Work back = this::backward;
    private FMatrixRMaj input = output;
    private BlockWork work = (matrix, row, rows, slice) -> {};
    private FMatrixRMaj dOutput = output;
    private FMatrixRMaj weightGradient = output;
    private FMatrixRMaj biasGradient = output;

    Run(Tape tape) {
      this.tape = tape;
    }

    private void repack(int slice, Workers crew) {
      packed.pack(
          weights.value(),
          crew.from(packed.strips(), slice),
          crew.from(packed.strips(), slice + 1));
      packedTransposed.packTransposed(
          weights.value(),
          crew.from(packedTransposed.strips(), slice),
          crew.from(packedTransposed.strips(), slice + 1));
    }

    private void begin(FMatrixRMaj in) {
      input = in;
      output.reshape(tape.rows(), Strips.padded(outputSize));
      System.arraycopy(bias.value().data, 0, biases, 0, outputSize);
    }

    FMatrixRMaj forward(FMatrixRMaj in) {
      begin(in);
      tape.workers().run(multiplying);
      return output;
    }

    FMatrixRMaj forward(FMatrixRMaj in, BlockWork behind) {
      begin(in);
      work = behind;
      tape.workers().run(working);
      return output;
    }

    /** Threads share the strips where there are few rows, as while generating, else the rows. */
    private void multiply(int slice, Workers crew) {
      if (tape.rows() >= crew.count() * BLOCK) {
        multiply(
            crew.from(tape.rows(), slice), crew.from(tape.rows(), slice + 1), 0, packed.strips());
      } else {
        multiply(
            0,
            tape.rows(),
            crew.from(packed.strips(), slice),
            crew.from(packed.strips(), slice + 1));
      }
    }

    private void multiplyAndWork(int slice, Workers crew) {
      int blocks = (tape.rows() + BLOCK - 1) / BLOCK;
      for (int block = crew.from(blocks, slice); block < crew.from(blocks, slice + 1); block++) {
        int row = block * BLOCK;
        int rows = Math.min(BLOCK, tape.rows() - row);
        multiply(row, row + rows, 0, packed.strips());
        work.run(output, row, rows, slice);
      }
    }

    private void multiply(int fromRow, int toRow, int fromStrip, int toStrip) {
      Rows.repeat(
          biases,
          output,
          fromRow,
          toRow - fromRow,
          fromStrip * Strips.WIDTH,
          toStrip * Strips.WIDTH);
      tape.kernels()
          .products()
          .multiply(
              input.data,
              fromRow * input.numCols,
              input.numCols,
              toRow - fromRow,
              packed,
              fromStrip,
              toStrip,
              output.data,
              fromRow * output.numCols,
              output.numCols,
              true);
    }

    FMatrixRMaj backward(FMatrixRMaj dOut) {
      dOutput = dOut;
      dInput.reshape(tape.rows(), Strips.padded(inputSize));
      weightGradient = tape.gradient(weights);
      biasGradient = tape.gradient(bias);
      if (dWeights.length == 0) {
        dWeights = new float[inputSize * Strips.padded(outputSize)];
      }
      tape.workers().run(back);
      return dInput;
    }

    private void backward(int slice, Workers crew) {
      inputGradient(crew.from(tape.rows(), slice), crew.from(tape.rows(), slice + 1));
      weightGradient(crew.from(inputSize, slice), crew.from(inputSize, slice + 1));
      tape.kernels()
          .rows()
          .add(
              dOutput.data,
              0,
              dOutput.numCols,
              tape.rows(),
              biasGradient.data,
              crew.from(outputSize, slice),
              crew.from(outputSize, slice + 1));
    }

    private void inputGradient(int from, int to) {
      tape.kernels()
          .products()
          .multiply(
              dOutput.data,
              from * dOutput.numCols,
              dOutput.numCols,
              to - from,
              packedTransposed,
              0,
              packedTransposed.strips(),
              dInput.data,
              from * dInput.numCols,
              dInput.numCols,
              false);
    }

    /** Some rows of the weights: there may be fewer strips than threads. */
    private void weightGradient(int from, int to) {
      int stride = dOutput.numCols;
      Arrays.fill(dWeights, from * stride, to * stride, 0);
      tape.kernels()
          .products()
          .addTransposed(
              input.data,
              from,
              input.numCols,
              to - from,
              dOutput.data,
              0,
              stride,
              tape.rows(),
              0,
              packed.strips(),
              dWeights,
              from * stride,
              stride);
      Rows.addTo(weightGradient, dWeights, stride, from, to, 0, outputSize);
    }
  }
}
