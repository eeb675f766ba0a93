package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.nn.CarriedState;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A recurrent layer's cells: they turn its pre-activations, unit by unit, into gates and states.
 * {@link Recurrent} does the rest, the products and the way through time. What belongs to a run is
 * in a {@link Run}.
 */
public interface Cell {
  /** Hidden size and number of gates. */
  GateLayout layout();

  /** Names of the gates, in the order of the file; none where the sums are the hidden states. */
  default List<String> gateNames() {
    return List.of();
  }

  /**
   * Whether the product of the last hidden states is a part of the pre-activations; else a unit's
   * next state wants nothing of the other units'.
   */
  default boolean hasStateProduct() {
    return true;
  }

  /** State vectors beside the hidden state, of H units each: 1 in an LSTM, else mostly 0. */
  default int extraStates() {
    return 0;
  }

  /** Weights beside those of {@link Recurrent}, in a fixed order. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * Draws first values of the recurrent weights.
   *
   * @param weights [H×G·H], modified
   * @param bound of weights that are uniform
   */
  default void initializeStateProduct(FMatrixRMaj weights, double bound, RandomGenerator random) {
    Initialization.uniform(weights, bound, random);
  }

  /** Draws first values of the biases, and of its own weights. */
  void initialize(FMatrixRMaj bias, RandomGenerator random);

  /**
   * Opens a workspace on a tape.
   *
   * @param hidden the layer's hidden states, which a time step makes; their gradient from the next
   *     step becomes, on the way back through a step, the part of the step before's that does not
   *     go through the recurrent product, 0 in an LSTM
   */
  Run open(StateHistory hidden, Tape tape);

  /**
   * One run's part of a cell. Each thread works on groups of units, or on sequences, of its own:
   * what a time step does to one unit of a sequence wants nothing of the same step's others.
   */
  interface Run {
    /** Takes the shape of a pass from its tape. */
    void begin();

    /**
     * Where the input's part of the pre-activations is to be put, and where the way back leaves its
     * gradient: [T×B×G·H] interleaved.
     */
    FMatrixRMaj inputPart();

    /** Where the bias is to be put; if it is the input's part, that part is added to the bias. */
    default FMatrixRMaj biasPart() {
      return inputPart();
    }

    /**
     * Where the part of the recurrent product is to be put, and its gradient is left; if it is the
     * input's part, the product is added to that.
     */
    default FMatrixRMaj recurrentPart() {
      return inputPart();
    }

    /**
     * The gates' activations [T×B×G·H] interleaved, behind a forward pass and before the way back.
     */
    default FMatrixRMaj gates() {
      return inputPart();
    }

    /** The extra states, in their order. */
    default List<CarriedState> states() {
      return List.of();
    }

    /**
     * Whether a time step needs all pre-activations of a sequence at once, as a normalization does.
     * Then it is computed for all groups at once.
     */
    default boolean worksByRow() {
      return false;
    }

    /** Computes a time step of some sequences and groups. */
    void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup);

    /** Starts the way back at the end. */
    default void beginBackward() {}

    /**
     * Goes back through a time step of some sequences and groups: replaces the pre-activations by
     * their gradients.
     *
     * @param dHidden gradient from the layer above [T×B×H], not modified
     */
    void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup);

    /**
     * Adds to the gradients of the biases and of the cell's own weights, once the way back is done.
     *
     * @param dBias [G·H] interleaved, added to
     */
    void finishBackward(float[] dBias, int fromGroup, int toGroup);
  }
}
