package ductus.nn;

import ductus.math.Products.RowProduct;
import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
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

  private final int outputSize;
  private final Projection projection;
  private final Parameter bias;
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
    this.outputSize = outputSize;
    projection = new Projection(name + ".weight", inputSize, outputSize);
    bias = new Parameter(name + ".bias", 1, outputSize);
  }

  @Override
  public int outputSize() {
    return outputSize;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(projection.weights(), bias);
  }

  /** Uniform within one over the root of K; no bias. */
  @Override
  public void initialize(RandomGenerator random) {
    projection.initialize(random);
    bias.value().zero();
  }

  @Override
  public void repack(Tape tape) {
    tape.workspace(this, opening).packing.run(tape.workers(), 1);
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

    private final float[] biases = new float[Strips.padded(outputSize)];
    private final MatrixGradient weightGradient;
    private final SharedWork packing = new SharedWork(projection::repack);
    private final SharedWork multiplying = new SharedWork(this::multiply);
    private final SharedWork working = new SharedWork(this::multiplyAndWork);
    private final SharedWork goingBack = new SharedWork(this::backward);
    private RowProduct forth = projection.forth(output, output);
    private RowProduct back = projection.back(output, dInput);
    private BlockWork work = (matrix, row, rows, slice) -> {};
    private FMatrixRMaj biasGradient = output;

    Run(Tape tape) {
      this.tape = tape;
      weightGradient = new MatrixGradient(projection.weights(), tape);
    }

    private void begin(FMatrixRMaj in) {
      forth = forth.of(in);
      output.reshape(tape.rows(), Strips.padded(outputSize));
      System.arraycopy(bias.value().data, 0, biases, 0, outputSize);
    }

    FMatrixRMaj forward(FMatrixRMaj in) {
      begin(in);
      multiplying.run(tape.workers(), tape.rows());
      return output;
    }

    FMatrixRMaj forward(FMatrixRMaj in, BlockWork behind) {
      begin(in);
      work = behind;
      working.run(tape.workers(), tape.rows());
      return output;
    }

    /** Threads share the strips where there are few rows, as while generating, else the rows. */
    private void multiply(int slice, Workers crew) {
      int rows = tape.rows();
      int strips = Strips.of(outputSize);
      if (rows >= crew.count() * BLOCK) {
        multiply(crew.from(rows, slice), crew.from(rows, slice + 1), 0, strips);
      } else {
        multiply(0, rows, crew.from(strips, slice), crew.from(strips, slice + 1));
      }
    }

    private void multiplyAndWork(int slice, Workers crew) {
      int blocks = (tape.rows() + BLOCK - 1) / BLOCK;
      for (int block = crew.from(blocks, slice); block < crew.from(blocks, slice + 1); block++) {
        int row = block * BLOCK;
        int rows = Math.min(BLOCK, tape.rows() - row);
        tape.ask(slice);
        multiply(row, row + rows, 0, Strips.of(outputSize));
        work.run(output, row, rows, slice);
      }
    }

    private void multiply(int fromRow, int toRow, int fromStrip, int toStrip) {
      int rows = toRow - fromRow;
      int width = Strips.WIDTH;
      Rows.repeat(biases, output, fromRow, rows, fromStrip * width, toStrip * width);
      tape.kernels().products().add(forth, fromRow, fromRow, rows, fromStrip, toStrip);
    }

    FMatrixRMaj backward(FMatrixRMaj dOutput) {
      back = back.of(dOutput);
      dInput.reshape(tape.rows(), Strips.padded(projection.inputSize()));
      weightGradient.begin(forth.input(), dOutput);
      biasGradient = tape.gradient(bias);
      goingBack.run(tape.workers(), tape.rows());
      return dInput;
    }

    private void backward(int slice, Workers crew) {
      int rows = tape.rows();
      int from = crew.from(outputSize, slice);
      int to = crew.from(outputSize, slice + 1);
      tape.kernels().products().multiply(back, crew.from(rows, slice), crew.from(rows, slice + 1));
      weightGradient.add(slice, crew);
      tape.kernels().rows().add(back.input(), 0, rows, biasGradient.data, from, to);
    }
  }
}
