package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.PackedWeights;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Attention} adds to a recurrent layer: its vector w stands beside h in the output,
 * and is one more input of the next step, w′·V. Weights in the file: {@code weight_wh} V [W×G·H],
 * then the attention's own.
 */
final class AttentionFeedback {
  private final Attention attention;
  private final GateLayout layout;
  private final Parameter weights;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;

  /**
   * A feedback with zero weights.
   *
   * @param name prefix of the parameter's name
   */
  AttentionFeedback(String name, Attention attention, GateLayout layout) {
    this.attention = attention;
    this.layout = layout;
    weights = new Parameter(name + ".weight_wh", attention.size(), layout.columns());
    packed = new PackedWeights(attention.size(), layout.paddedColumns());
    packedTransposed = new PackedWeights(layout.paddedColumns(), attention.size());
  }

  /** What reads. */
  Attention attention() {
    return attention;
  }

  /** Columns that it adds to the output, W. */
  int size() {
    return attention.size();
  }

  /** Floats a sequence that it adds to the state: the vector, then the attention's own. */
  int stateSize() {
    return attention.size() + attention.stateSize();
  }

  /** Writes the attention's part of the state before the first time step. */
  void initializeState(FMatrixRMaj state, int column) {
    attention.initializeState(state, column + attention.size());
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(weights));
    all.addAll(attention.parameters());
    return all;
  }

  /** Draws first weights, V within the bound. */
  void initialize(double bound, RandomGenerator random) {
    Initialization.uniform(weights.value(), bound, random);
    attention.initialize(random);
  }

  /** Copies a thread's part of the weights into the kernels' layout. */
  void repack(int slice, Workers crew) {
    packed.pack(
        weights.value(),
        layout,
        crew.from(layout.groups(), slice),
        crew.from(layout.groups(), slice + 1));
    packedTransposed.packTransposed(
        weights.value(), layout, fromStrip(slice, crew), fromStrip(slice + 1, crew));
    attention.repack(slice, crew);
  }

  private int fromStrip(int slice, Workers crew) {
    return crew.from(packedTransposed.strips(), slice);
  }

  /** A workspace on a tape. */
  Run open(Tape tape) {
    return new Run(tape);
  }

  /** One run's part of a feedback. */
  final class Run {
    private final Tape tape;
    private final Attention.Run attending;
    private final StateHistory vectors;
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private @Nullable WeightGradient dWeights;

    Run(Tape tape) {
      this.tape = tape;
      attending = attention.open(tape);
      vectors = new StateHistory(attention.size(), tape);
    }

    /** What it carries from step to step. */
    List<StateHistory> states() {
      StateHistory own = attending.states();
      return own == null ? List.of(vectors) : List.of(vectors, own);
    }

    /** Hidden states, and the vectors beside them [T×B×(H+W)] in whole strips. */
    FMatrixRMaj output() {
      return output;
    }

    /** Takes the shape of a pass. */
    void begin() {
      attending.begin();
      output.reshape(tape.rows(), Strips.padded(layout.hiddenSize() + attention.size()));
    }

    /** Adds the products of a step's vectors of before to its pre-activations, some groups. */
    void multiply(int t, FMatrixRMaj preActivations, int fromGroup, int toGroup) {
      tape.kernels()
          .products()
          .multiply(
              vectors.previous(t),
              vectors.previousOffset(t),
              vectors.all().numCols,
              tape.batch(),
              packed,
              fromGroup * layout.gates(),
              toGroup * layout.gates(),
              preActivations.data,
              t * tape.batch() * preActivations.numCols,
              preActivations.numCols,
              true);
    }

    /** Reads the vectors of a time step of some sequences, and fills their output. */
    void forward(int t, FMatrixRMaj hidden, int fromSequence, int toSequence) {
      attending.forward(t, hidden, vectors.all(), fromSequence, toSequence);
      for (int b = fromSequence; b < toSequence; b++) {
        int row = t * tape.batch() + b;
        Rows.fill(hidden.data, row * hidden.numCols, output, row, layout.hiddenSize());
        System.arraycopy(
            vectors.all().data,
            row * vectors.all().numCols,
            output.data,
            row * output.numCols + layout.hiddenSize(),
            attention.size());
      }
    }

    void beginBackward() {
      if (dWeights == null) {
        dWeights = new WeightGradient(weights, layout, tape);
      }
      attending.beginBackward();
    }

    /**
     * Goes back through the reading of a time step of some sequences.
     *
     * @param dOutput [T×B×(H+W)] in whole strips, not modified
     * @param dHidden [T×B×H]; out: at step t the gradient of the hidden states from above and from
     *     the attention
     */
    void backward(
        int t, FMatrixRMaj dOutput, FMatrixRMaj dHidden, int fromSequence, int toSequence) {
      FMatrixRMaj dVectors = vectors.gradient();
      for (int b = fromSequence; b < toSequence; b++) {
        int row = t * tape.batch() + b;
        int from = row * dOutput.numCols;
        Rows.fill(dOutput.data, from, dHidden, row, layout.hiddenSize());
        for (int i = 0; i < attention.size(); i++) {
          dVectors.data[b * dVectors.numCols + i] += dOutput.data[from + layout.hiddenSize() + i];
        }
      }
      attending.backward(t, dVectors, dHidden, fromSequence, toSequence);
    }

    /** Computes a thread's part of the gradient of the vectors of the step before. */
    void backToPrevious(int t, FMatrixRMaj dPreActivations, int slice, Workers crew) {
      FMatrixRMaj dVectors = vectors.gradient();
      tape.kernels()
          .products()
          .multiply(
              dPreActivations.data,
              t * tape.batch() * dPreActivations.numCols,
              dPreActivations.numCols,
              tape.batch(),
              packedTransposed,
              fromStrip(slice, crew),
              fromStrip(slice + 1, crew),
              dVectors.data,
              0,
              dVectors.numCols,
              false);
    }

    /** Adds a thread's part to the gradients of the weights, once the way back is done. */
    void finishBackward(
        FMatrixRMaj dPreActivations, int fromGroup, int toGroup, int slice, Workers crew) {
      WeightGradient gradient = Objects.requireNonNull(dWeights);
      int batch = tape.batch();
      gradient.clear(fromGroup, toGroup);
      gradient.add(vectors.initial(), 0, dPreActivations, 0, batch, fromGroup, toGroup);
      gradient.add(
          vectors.all(), 0, dPreActivations, batch, tape.rows() - batch, fromGroup, toGroup);
      gradient.finish(fromGroup, toGroup);
      attending.finishBackward(output, slice, crew);
    }
  }
}
