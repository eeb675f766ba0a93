package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.PackedWeights;
import ductus.math.Products.RowProduct;
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
 * An {@link Attention} within a recurrent layer: its vector w stands beside h in the output, and is
 * one more input of the next step, w′·V. Weights in the file: {@code weight_wh} V [W×G·H], then the
 * attention's own.
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

  /** The attention that reads. */
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

  /**
   * Opens a workspace on a tape.
   *
   * @param hidden the layer's hidden states
   * @param preActivations [T×B×G·H] interleaved, added to; on the way back their gradient stands
   *     there
   */
  Run open(StateHistory hidden, FMatrixRMaj preActivations, Tape tape) {
    return new Run(hidden, preActivations, tape);
  }

  /** One run's part of a feedback. */
  final class Run {
    private final Tape tape;
    private final Attention.Run attending;
    private final FMatrixRMaj hidden;
    private final StateHistory vectors;
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final RowProduct fromInitial;
    private final RowProduct fromVectors;
    private final RowProduct back;
    private @Nullable WeightGradient dWeights;

    Run(StateHistory hidden, FMatrixRMaj preActivations, Tape tape) {
      this.tape = tape;
      this.hidden = hidden.all();
      attending = attention.open(tape);
      vectors = new StateHistory(attention.size(), tape);
      fromInitial = new RowProduct(vectors.initial(), packed, preActivations);
      fromVectors = new RowProduct(vectors.all(), packed, preActivations);
      back = new RowProduct(preActivations, packedTransposed, vectors.gradient());
    }

    /** The states that it carries from step to step. */
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
      attending.begin(hidden, vectors.all());
      output.reshape(tape.rows(), Strips.padded(layout.hiddenSize() + attention.size()));
    }

    /**
     * Adds the products of a step's vectors of before to its pre-activations, of some sequences and
     * groups.
     */
    void multiply(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      RowProduct product = t == 0 ? fromInitial : fromVectors;
      int row = t * tape.batch() + fromSequence;
      int rows = toSequence - fromSequence;
      int before = vectors.matrices().previousRow(t) + fromSequence;
      int fromStrip = fromGroup * layout.gates();
      int toStrip = toGroup * layout.gates();
      tape.kernels().products().add(product, before, row, rows, fromStrip, toStrip);
    }

    /** Reads the vectors of a time step of some sequences, and fills their output. */
    void forward(int t, int fromSequence, int toSequence) {
      attending.forward(t, fromSequence, toSequence);
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

    /** Starts the way back, on which gradients take the place of the hidden states. */
    void beginBackward() {
      if (dWeights == null) {
        dWeights = new WeightGradient(weights, layout, back.input(), tape);
      }
      dWeights.begin(vectors, vectors.all());
      attending.beginBackward(output, vectors.gradient(), hidden);
    }

    /**
     * Goes back through the reading of a time step of some sequences, and leaves the gradient of
     * the step's hidden states, from above and from the attention, in their place.
     *
     * @param dOutput [T×B×(H+W)] in whole strips, not modified
     */
    void backward(int t, FMatrixRMaj dOutput, int fromSequence, int toSequence) {
      FMatrixRMaj dVectors = vectors.gradient();
      for (int b = fromSequence; b < toSequence; b++) {
        int row = t * tape.batch() + b;
        int from = row * dOutput.numCols;
        Rows.fill(dOutput.data, from, hidden, row, layout.hiddenSize());
        for (int i = 0; i < attention.size(); i++) {
          dVectors.data[b * dVectors.numCols + i] += dOutput.data[from + layout.hiddenSize() + i];
        }
      }
      attending.backward(t, fromSequence, toSequence);
    }

    /** Computes a thread's part of the gradient of the vectors of the step before. */
    void backToPrevious(int t, int slice, Workers crew) {
      backToPrevious(t, 0, tape.batch(), fromStrip(slice, crew), fromStrip(slice + 1, crew));
    }

    /** Computes the gradient of the vectors of the step before, of some sequences. */
    void backToPrevious(int t, int fromSequence, int toSequence) {
      backToPrevious(t, fromSequence, toSequence, 0, packedTransposed.strips());
    }

    private void backToPrevious(
        int t, int fromSequence, int toSequence, int fromStrip, int toStrip) {
      int row = t * tape.batch() + fromSequence;
      int rows = toSequence - fromSequence;
      tape.kernels().products().multiply(back, row, fromSequence, rows, fromStrip, toStrip);
    }

    /** Adds a thread's part to the gradients of the weights, once the way back is done. */
    void finishBackward(int fromGroup, int toGroup, int slice, Workers crew) {
      Objects.requireNonNull(dWeights).add(fromGroup, toGroup);
      attending.finishBackward(slice, crew);
    }
  }
}
