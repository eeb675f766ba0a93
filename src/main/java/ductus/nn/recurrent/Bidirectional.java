package ductus.nn.recurrent;

import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Two layers over the same sequences, one in each direction (Schuster and Paliwal 1997). Outputs
 * [T×B×2H] are those of the forward one, then those of the backward one, which starts at each
 * sequence's own last step (see {@link Tape#pad}); behind the end of a sequence they are zero.
 *
 * <p>Every pass starts both from their initial states; nothing is carried to the next.
 */
public final class Bidirectional implements Layer<FMatrixRMaj> {
  private final Layer<FMatrixRMaj> forwards;
  private final Layer<FMatrixRMaj> backwards;
  private final List<Layer<FMatrixRMaj>> both;
  private final int inputSize;
  private final int size;
  private final Function<Tape, Run> opening = Run::new;

  /**
   * A layer of two.
   *
   * @param inputSize K of both
   * @param forwards its place is 0
   * @param backwards of the same size; its place is 1
   */
  public Bidirectional(int inputSize, Layer<FMatrixRMaj> forwards, Layer<FMatrixRMaj> backwards) {
    if (forwards.outputSize() != backwards.outputSize()) {
      throw new IllegalArgumentException(
          "output sizes of both directions must be equal but were %d and %d"
              .formatted(forwards.outputSize(), backwards.outputSize()));
    }
    this.inputSize = inputSize;
    this.forwards = forwards;
    this.backwards = backwards;
    both = List.of(forwards, backwards);
    size = forwards.outputSize();
  }

  @Override
  public int outputSize() {
    return 2 * size;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(forwards.parameters());
    all.addAll(backwards.parameters());
    return all;
  }

  @Override
  public void initialize(RandomGenerator random) {
    forwards.initialize(random);
    backwards.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    Tape inner = tape.workspace(this, opening).inner;
    forwards.repack(inner);
    backwards.repack(inner);
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return tape.workspace(this, opening).forward(input);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return tape.workspace(this, opening).backward(dOutput);
  }

  /** One run's part of the layer. Each thread copies the rows of some sequences. */
  private final class Run {
    final Tape inner;
    private final Tape tape;
    private final State state = State.initial(both, 1);
    private final FMatrixRMaj reversed = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dForwards = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dBackwards = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final SharedWork reversing = new SharedWork(this::reverse);
    private final SharedWork joining = new SharedWork(this::join);
    private final SharedWork parting = new SharedWork(this::part);
    private final SharedWork adding = new SharedWork(this::add);

    /** The matrices that the work at hand joins: of the forward layer, and of the backward one. */
    private FMatrixRMaj left = output;

    private FMatrixRMaj right = output;

    Run(Tape tape) {
      this.tape = tape;
      inner = new Tape(tape);
    }

    FMatrixRMaj forward(FMatrixRMaj input) {
      state.restart(both, tape.batch());
      inner.begin(tape.time(), tape.batch(), state);
      left = input;
      reversed.reshape(tape.rows(), input.numCols);
      reversing.run(tape.workers(), tape.rows());
      left = forwards.forward(input, inner);
      right = backwards.forward(reversed, inner);
      output.reshape(tape.rows(), Strips.padded(2 * size));
      joining.run(tape.workers(), tape.rows());
      return output;
    }

    private void reverse(int slice, Workers crew) {
      for (int b = fromSequence(slice, crew); b < fromSequence(slice + 1, crew); b++) {
        for (int t = 0; t < tape.time(); t++) {
          if (t < tape.length(b)) {
            copy(left, mirrored(t, b), 0, reversed, row(t, b), 0, left.numCols);
          } else {
            clear(reversed, row(t, b), 0);
          }
        }
      }
    }

    private void join(int slice, Workers crew) {
      for (int b = fromSequence(slice, crew); b < fromSequence(slice + 1, crew); b++) {
        for (int t = 0; t < tape.time(); t++) {
          int row = row(t, b);
          clear(output, row, t < tape.length(b) ? 2 * size : 0);
          if (t < tape.length(b)) {
            copy(left, row, 0, output, row, 0, size);
            copy(right, mirrored(t, b), 0, output, row, size, size);
          }
        }
      }
    }

    FMatrixRMaj backward(FMatrixRMaj dOutput) {
      inner.clipDerivatives(tape.derivativeLimit());
      left = dOutput;
      dForwards.reshape(tape.rows(), Strips.padded(size));
      dBackwards.reshape(tape.rows(), Strips.padded(size));
      parting.run(tape.workers(), tape.rows());
      left = forwards.backward(dForwards, inner);
      right = backwards.backward(dBackwards, inner);
      dInput.reshape(tape.rows(), Strips.padded(inputSize));
      adding.run(tape.workers(), tape.rows());
      return dInput;
    }

    private void part(int slice, Workers crew) {
      for (int b = fromSequence(slice, crew); b < fromSequence(slice + 1, crew); b++) {
        for (int t = 0; t < tape.time(); t++) {
          int row = row(t, b);
          boolean present = t < tape.length(b);
          clear(dForwards, row, present ? size : 0);
          clear(dBackwards, row, present ? size : 0);
          if (present) {
            copy(left, row, 0, dForwards, row, 0, size);
            copy(left, mirrored(t, b), size, dBackwards, row, 0, size);
          }
        }
      }
    }

    private void add(int slice, Workers crew) {
      for (int b = fromSequence(slice, crew); b < fromSequence(slice + 1, crew); b++) {
        for (int t = 0; t < tape.time(); t++) {
          int to = row(t, b) * dInput.numCols;
          if (t >= tape.length(b)) {
            clear(dInput, row(t, b), 0);
            continue;
          }
          int from = mirrored(t, b) * dInput.numCols;
          for (int k = 0; k < dInput.numCols; k++) {
            dInput.data[to + k] = left.data[to + k] + right.data[from + k];
          }
        }
      }
    }

    private int fromSequence(int slice, Workers crew) {
      return crew.from(tape.batch(), slice);
    }

    private int row(int t, int sequence) {
      return t * tape.batch() + sequence;
    }

    /** Row of the time step that is as far from a sequence's end as t is from its start. */
    private int mirrored(int t, int sequence) {
      return row(tape.length(sequence) - 1 - t, sequence);
    }

    private static void copy(
        FMatrixRMaj from, int fromRow, int column, FMatrixRMaj to, int row, int at, int length) {
      System.arraycopy(
          from.data, fromRow * from.numCols + column, to.data, row * to.numCols + at, length);
    }

    /** Zeros in a row from a column on. */
    private static void clear(FMatrixRMaj matrix, int row, int column) {
      int from = row * matrix.numCols;
      Arrays.fill(matrix.data, from + column, from + matrix.numCols, 0);
    }
  }
}
