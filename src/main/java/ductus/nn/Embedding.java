package ductus.nn;

import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The input layer: looks up rows of a table [N×E] and adds up those of one time step (the token's
 * and its side features'). Weights in the file: {@code weight} behind its name.
 */
public final class Embedding implements Layer<Indices> {
  private final int size;
  private final Parameter table;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A table of zeros with the name {@code embedding}.
   *
   * @param rows N, tokens and side features together
   * @param size E
   */
  public Embedding(int rows, int size) {
    this("embedding", rows, size);
  }

  /**
   * A table of zeros.
   *
   * @param name prefix of the parameter's name
   */
  public Embedding(String name, int rows, int size) {
    if (rows < 1 || size < 1) {
      throw new IllegalArgumentException(
          "rows and embedding size must be 1 or more but were " + rows + " and " + size);
    }
    this.size = size;
    table = new Parameter(name + ".weight", rows, size);
  }

  /** The table [N×E]. */
  public Parameter table() {
    return table;
  }

  /** Embedding size E. */
  @Override
  public int outputSize() {
    return size;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(table);
  }

  /** Normal with deviation 0.3, so that a handful of rows add up to about unit size. */
  @Override
  public void initialize(RandomGenerator random) {
    Initialization.normal(table.value(), 0.3, random);
  }

  @Override
  public FMatrixRMaj forward(Indices input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  /**
   * Checks that indices are rows of the table.
   *
   * @param steps T·B
   */
  public void requireRows(Indices input, int steps) {
    int rows = table.value().numRows;
    for (int p = 0; p < steps * input.perStep(); p++) {
      if (input.rows()[p] >= rows) {
        throw new IllegalArgumentException(
            "index must be below the table's " + rows + " rows but was " + input.rows()[p]);
      }
    }
  }

  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final SharedWork forth = new SharedWork(this::forward);
    private final SharedWork back = new SharedWork(this::backward);
    private Indices input = new Indices(new int[0], 1);
    private FMatrixRMaj dOutput = output;
    private FMatrixRMaj gradient = output;

    Run(Tape tape) {
      this.tape = tape;
    }

    FMatrixRMaj forward(Indices in) {
      requireRows(in, tape.rows());
      input = in;
      output.reshape(tape.rows(), Strips.padded(size));
      forth.run(tape.workers(), tape.rows());
      return output;
    }

    private void forward(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Arrays.fill(output.data, from * output.numCols, to * output.numCols, 0);
      for (int row = from; row < to; row++) {
        input.gather(table.value(), output, row, 0, size, tape.kernels().rows());
      }
    }

    FMatrixRMaj backward(FMatrixRMaj dOut) {
      dOutput = dOut;
      gradient = tape.gradient(table);
      back.run(tape.workers(), tape.rows());
      return dInput;
    }

    /** Each thread takes some columns of all rows, so that sums run in the order of the rows. */
    private void backward(int slice, Workers crew) {
      int from = crew.from(size, slice);
      int to = crew.from(size, slice + 1);
      for (int row = 0; row < tape.rows(); row++) {
        input.scatter(dOutput, gradient, row, from, to, tape.kernels().rows());
      }
    }
  }
}
