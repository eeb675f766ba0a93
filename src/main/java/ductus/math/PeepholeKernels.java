package ductus.math;

import ductus.math.CellKernels.LstmMatrices;
import org.ejml.data.FMatrixRMaj;

/**
 * The LSTM cell in two halves, cell state and output, so that the output gate can look at the new
 * cell state (Graves 2013, eq. 7–11) and a layer can normalize that state in between. Each works on
 * some groups of units of one sequence at a time step; matrices stand as in {@link CellKernels}.
 */
public interface PeepholeKernels {
  /**
   * The matrices of LSTM cells with peepholes.
   *
   * @param lstm the cells'; what is squashed is put there between the halves: the cell states, or
   *     what a layer made of them
   * @param peepholes [1×16·3·groups] of input, forget and output gate
   */
  record PeepholeMatrices(LstmMatrices lstm, FMatrixRMaj peepholes) {}

  /**
   * Computes the cell states: c = f·c′ + i·g. Of the gates, the output gate stays a pre-activation.
   */
  void state(PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Computes the hidden states: h = o·tanh(s). Tanh takes the place of s, what is squashed, and the
   * output gate's activation that of its pre-activation.
   */
  void output(PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #output}: replaces the output gate's activation and tanh by the
   * gradients of what went into them, and the gradient of the hidden states by 0; adds what comes
   * through the peephole to the gradient of the cell states.
   *
   * @param dHidden gradient from the layer above [T×B×16·groups], not modified
   */
  void outputBackward(
      PeepholeMatrices cells, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #state}: replaces the other gates' activations by the gradients of
   * their pre-activations, and the gradient of the cell states, to which that from the output was
   * added, by that of the step before.
   */
  void stateBackward(PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Adds up the gradients of the peepholes over all time steps, once the way back is done.
   *
   * @param dPeepholes [16·3·groups], added to
   */
  void weightsBackward(PeepholeMatrices cells, float[] dPeepholes, int fromGroup, int toGroup);
}
