package ductus.math;

import org.ejml.data.FMatrixRMaj;

/**
 * The element-wise part of recurrent cells, forward and backward, fused into one pass each over
 * some groups of 16 units of one sequence at a time step.
 *
 * <p>Pre-activations and gates [T×B×16·G·groups] stand as {@link GateLayout} says; states and
 * outputs [T×B×16·groups] have 16 columns a group, and one stride. Units that only fill up a group
 * have zeros, and keep them. Gradients of hidden states come from the layer above, {@code dHidden},
 * and from the next time step, in the state's own matrices.
 */
public interface CellKernels {
  /**
   * The matrices of LSTM cells.
   *
   * @param gates input gate, forget gate, candidate, output gate
   * @param cell cell states
   * @param squashed tanh of the cell states
   * @param hidden hidden states
   */
  record LstmMatrices(
      FMatrixRMaj gates, StateMatrices cell, FMatrixRMaj squashed, StateMatrices hidden) {}

  /**
   * The matrices of a state that recurrent units carry through a pass, all of one stride.
   *
   * @param initial before the first time step [B×H]
   * @param all behind each time step [T×B×H]
   * @param gradient on the way back, from the next time step [B×H]
   */
  record StateMatrices(FMatrixRMaj initial, FMatrixRMaj all, FMatrixRMaj gradient) {
    /** Sequences, B. */
    public int batch() {
      return initial.numRows;
    }

    /** Floats from one row to the next. */
    public int stride() {
      return all.numCols;
    }

    /** The matrix in which the states before a time step stand. */
    public FMatrixRMaj previous(int t) {
      return t == 0 ? initial : all;
    }

    /** Row of that matrix in which they begin. */
    public int previousRow(int t) {
      return t == 0 ? 0 : (t - 1) * batch();
    }
  }

  /**
   * Updates LSTM cells (Graves 2013, eq. 7–11 without peepholes): gates hold pre-activations before
   * and activations afterwards.
   */
  void lstm(LstmMatrices cells, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #lstm}: replaces the gates' activations by the gradients of their
   * pre-activations, the gradient of the cell states by that of the step before, and that of the
   * hidden states by 0.
   *
   * @param dHidden [T×B×16·groups], not modified
   */
  void lstmBackward(
      LstmMatrices cells, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);

  /**
   * The matrices of gated recurrent units. Both parts of the pre-activations are reset gate r,
   * update gate z, candidate n.
   *
   * @param fromInput the input's part
   * @param fromState the state's part
   * @param bias [1×16·groups] of the state's part of the candidate
   * @param hidden hidden states
   */
  record GruMatrices(
      FMatrixRMaj fromInput, FMatrixRMaj fromState, FMatrixRMaj bias, StateMatrices hidden) {}

  /**
   * Updates gated recurrent units: h = (1 − z)·n + z·h′ with n = tanh(input's part + r·(state's
   * part + bias)) (Cho et al. 2014, with the reset gate behind the product). Afterwards the input's
   * part holds activations, and the state's part that of the candidate with its bias.
   */
  void gru(GruMatrices units, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #gru}: replaces both parts by the gradients of their pre-activations,
   * and the gradient of the hidden states by what goes past the gates to the step before.
   *
   * @param dHidden [T×B×16·groups], not modified
   */
  void gruBackward(
      GruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);

  /**
   * The matrices of a simple recurrent network.
   *
   * @param sums pre-activations before, activations afterwards
   * @param hidden hidden states: the activations again
   * @param rectified whether f is max(0, ·), else tanh
   */
  record ElmanMatrices(FMatrixRMaj sums, StateMatrices hidden, boolean rectified) {}

  /** Updates the units of a simple recurrent network (Elman 1990): h = f(pre-activation). */
  void elman(ElmanMatrices units, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #elman}: replaces activations by the gradients of the pre-activations,
   * and the gradient of the hidden states by 0.
   *
   * @param dHidden [T×B×16·groups], not modified
   */
  void elmanBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);
}
