package ductus.nn.head;

import ductus.math.SharedWork;
import ductus.math.Workers;
import ductus.nn.Layer;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * A layer that gives at the last step of each sequence the mean over all its steps, so that a head
 * there sees the sequence whole: y[T−1] = (x[0] + … + x[T−1]) / T; zeros at the other steps. Where
 * sequences are padded the tape must know their lengths (see {@link Tape#pad}).
 */
public final class MeanOverTime implements Layer<FMatrixRMaj> {
  private final int size;
  private final Function<Tape, Run> opening = Run::new;

  /** A layer over inputs of H columns. */
  public MeanOverTime(int size) {
    this.size = size;
  }

  @Override
  public int outputSize() {
    return size;
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  /** Each thread takes some sequences; sums run in the order of the steps. */
  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final SharedWork gathering = new SharedWork(this::gather);
    private final SharedWork spreading = new SharedWork(this::spread);
    private FMatrixRMaj from = output;

    Run(Tape tape) {
      this.tape = tape;
    }

    FMatrixRMaj forward(FMatrixRMaj input) {
      from = input;
      output.reshape(input.numRows, input.numCols);
      gathering.run(tape.workers(), tape.rows());
      return output;
    }

    FMatrixRMaj backward(FMatrixRMaj dOutput) {
      from = dOutput;
      dInput.reshape(dOutput.numRows, dOutput.numCols);
      spreading.run(tape.workers(), tape.rows());
      return dInput;
    }

    private void gather(int slice, Workers crew) {
      int columns = output.numCols;
      for (int b = crew.from(tape.batch(), slice); b < crew.from(tape.batch(), slice + 1); b++) {
        int steps = tape.length(b);
        int last = row(steps - 1, b) * columns;
        for (int t = 0; t < tape.time(); t++) {
          Arrays.fill(output.data, row(t, b) * columns, (row(t, b) + 1) * columns, 0);
        }
        for (int t = 0; t < steps; t++) {
          int row = row(t, b) * columns;
          for (int c = 0; c < size; c++) {
            output.data[last + c] += from.data[row + c];
          }
        }
        for (int c = 0; c < size; c++) {
          output.data[last + c] /= steps;
        }
      }
    }

    private void spread(int slice, Workers crew) {
      int columns = dInput.numCols;
      for (int b = crew.from(tape.batch(), slice); b < crew.from(tape.batch(), slice + 1); b++) {
        int steps = tape.length(b);
        int last = row(steps - 1, b) * columns;
        for (int t = 0; t < tape.time(); t++) {
          int row = row(t, b) * columns;
          Arrays.fill(dInput.data, row, row + columns, 0);
          if (t < steps) {
            for (int c = 0; c < size; c++) {
              dInput.data[row + c] = from.data[last + c] / steps;
            }
          }
        }
      }
    }

    private int row(int step, int sequence) {
      return step * tape.batch() + sequence;
    }
  }
}
