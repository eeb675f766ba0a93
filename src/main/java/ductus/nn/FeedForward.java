package ductus.nn;

import ductus.math.SharedWork;
import ductus.math.Workers;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Every time step by itself: output = max(0, x·W + b). Weights in the file: those of {@link
 * Affine}.
 */
public final class FeedForward implements Layer<FMatrixRMaj> {
  private final Affine affine;
  private final int inputSize;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A layer with zero weights.
   *
   * @param name before the names of its parameters
   * @param inputSize K
   * @param outputSize H
   */
  public FeedForward(String name, int inputSize, int outputSize) {
    affine = new Affine(name, inputSize, outputSize);
    this.inputSize = inputSize;
  }

  @Override
  public int outputSize() {
    return affine.outputSize();
  }

  @Override
  public List<Parameter> parameters() {
    return affine.parameters();
  }

  /** Uniform with a deviation of the root of 2/K (He et al. 2015); no bias. */
  @Override
  public void initialize(RandomGenerator random) {
    affine.initialize(random);
    Initialization.uniform(affine.parameters().get(0).value(), Math.sqrt(6.0 / inputSize), random);
  }

  @Override
  public void repack(Tape tape) {
    affine.repack(tape);
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj dPreActivations = new FMatrixRMaj(0, 0);
    private final Affine.BlockWork rectifying = Run::rectify;
    private final SharedWork masking = new SharedWork(this::mask);
    private FMatrixRMaj output = dPreActivations;
    private FMatrixRMaj dOutput = dPreActivations;

    Run(Tape tape) {
      this.tape = tape;
    }

    FMatrixRMaj forward(FMatrixRMaj input) {
      output = affine.forward(input, rectifying, tape);
      return output;
    }

    private static void rectify(FMatrixRMaj values, int row, int rows, int slice) {
      for (int i = row * values.numCols; i < (row + rows) * values.numCols; i++) {
        values.data[i] = Math.max(0, values.data[i]);
      }
    }

    FMatrixRMaj backward(FMatrixRMaj gradient) {
      dOutput = gradient;
      dPreActivations.reshape(output.numRows, output.numCols);
      masking.run(tape.workers(), tape.rows());
      return affine.backward(dPreActivations, tape);
    }

    private void mask(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice) * output.numCols;
      int to = crew.from(tape.rows(), slice + 1) * output.numCols;
      for (int i = from; i < to; i++) {
        dPreActivations.data[i] = output.data[i] > 0 ? dOutput.data[i] : 0;
      }
    }
  }
}
