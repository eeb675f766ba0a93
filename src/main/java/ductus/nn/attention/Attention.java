package ductus.nn.attention;

import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vector w from somewhere at every time step, as the hidden state h of that step asks for
 * it. The recurrent layer does the rest: it puts w out beside h and feeds it back into its next
 * step. What belongs to a run is in a {@link Run}.
 */
public interface Attention {
  /** Size of the vector, W. */
  int size();

  /** Floats a sequence that it carries from step to step beside the vector. */
  int stateSize();

  /**
   * Writes what it carries before the first time step, where that is not zero.
   *
   * @param state [B×S] of zeros, of which this is a part from a column on
   */
  default void initializeState(FMatrixRMaj state, int column) {}

  /** The weights of this attention, in a fixed order. */
  List<Parameter> parameters();

  /** Draws first weights. */
  void initialize(RandomGenerator random);

  /** Copies a thread's part of the weights into the kernels' layout. */
  void repack(int slice, Workers crew);

  /** A workspace on a tape. */
  Run open(Tape tape);

  /** One run's part of an attention. Each thread works on sequences of its own. */
  interface Run {
    /**
     * Takes the shape of a pass from its tape, and the pass's matrices.
     *
     * @param hidden [T×B×H], not modified
     * @param vectors [T×B×W] in whole strips, filled step by step
     */
    void begin(FMatrixRMaj hidden, FMatrixRMaj vectors);

    /** The states that the attention carries from step to step beside the vector; null for none. */
    @Nullable StateHistory states();

    /** Computes the vectors of a time step of some sequences. */
    void forward(int t, int fromSequence, int toSequence);

    /**
     * Starts the way back at the end.
     *
     * @param hidden rows that begin with the hidden states [T×B×H], not modified
     * @param dVectors gradient of the vectors of the step at hand [B×W] in whole strips, not
     *     modified
     * @param dHidden gradient of the hidden states [T×B×H], added to step by step
     */
    void beginBackward(FMatrixRMaj hidden, FMatrixRMaj dVectors, FMatrixRMaj dHidden);

    /** Goes back through a time step of some sequences. */
    void backward(int t, int fromSequence, int toSequence);

    /** Adds a thread's part to the gradients of the weights, once the way back is done. */
    void finishBackward(int slice, Workers crew);
  }
}
