package ductus.math;

import ductus.math.CellKernels.StateMatrices;
import org.ejml.data.FMatrixRMaj;

/**
 * Recurrent cells whose states are gated sums of the states before and of what comes from the
 * input, so that no product of states is wanted. Matrices stand as in {@link CellKernels}; each
 * method works on some groups of units of all sequences at one time step.
 */
public interface GatedSumKernels {
  /**
   * The matrices of minimal gated recurrent units.
   *
   * @param gates update gate z, candidate n
   * @param hidden hidden states
   */
  record MinGruMatrices(FMatrixRMaj gates, StateMatrices hidden) {}

  /**
   * Updates minimal gated recurrent units (Feng et al. 2024): h = (1 − z)·h′ + z·n with z = σ(·).
   * The update gates become activations.
   */
  void minGru(MinGruMatrices units, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #minGru}: replaces gates and candidates by the gradients of their
   * pre-activations, and the gradient of the hidden states by that of the step before.
   *
   * @param dHidden gradient from the layer above [T×B×16·groups], not modified
   */
  void minGruBackward(
      MinGruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);

  /**
   * The matrices of minimal LSTM units.
   *
   * @param gates forget gate f, input gate i, candidate n
   * @param hidden hidden states
   */
  record MinLstmMatrices(FMatrixRMaj gates, StateMatrices hidden) {}

  /**
   * Updates minimal LSTM units (Feng et al. 2024): f, i = σ(·), h = (f·h′ + i·n) / (f + i). The two
   * gates become activations.
   */
  void minLstm(MinLstmMatrices units, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #minLstm}: replaces all three parts by the gradients of their
   * pre-activations, and the gradient of the hidden states by that of the step before.
   *
   * @param dHidden gradient from the layer above [T×B×16·groups], not modified
   */
  void minLstmBackward(
      MinLstmMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);

  /**
   * The matrices of quasi-recurrent units with a window of two inputs.
   *
   * @param gates candidate z, forget gate f, output gate o, then what the input gives to these
   *     three of the next step; before the first step, and as a gradient, the last three alone
   *     count
   * @param cell cell states
   * @param hidden hidden states
   */
  record QrnnMatrices(StateMatrices gates, StateMatrices cell, StateMatrices hidden) {}

  /**
   * Updates quasi-recurrent units with fo-pooling (Bradbury et al. 2017, eq. 4): z = tanh(·), f, o
   * = σ(·), each with the part that the step before left for it, c = f·c′ + (1 − f)·z, h = o·c. The
   * first three parts become activations.
   */
  void qrnn(QrnnMatrices units, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #qrnn}: replaces the first three parts by the gradients of their
   * pre-activations, and the last three of the step before, or before the first step their
   * gradient, by the same; the gradient of the cell states by that of the step before, and that of
   * the hidden states by 0.
   *
   * @param dHidden gradient from the layer above [T×B×16·groups], not modified
   */
  void qrnnBackward(
      QrnnMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);

  /**
   * The matrices of simple recurrent units.
   *
   * @param gates candidate n, forget gate f, reset gate r, highway s
   * @param weights [1×16·2·groups] v of the cell states in forget and reset gate
   * @param cell cell states
   * @param hidden hidden states
   */
  record SruMatrices(
      FMatrixRMaj gates, FMatrixRMaj weights, StateMatrices cell, StateMatrices hidden) {}

  /**
   * Updates simple recurrent units (Lei et al. 2018): f, r = σ(· + v·c′), c = f·c′ + (1 − f)·n, h =
   * r·c + (1 − r)·s. The two gates become activations.
   */
  void sru(SruMatrices units, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Goes back through {@link #sru}: replaces all four parts by the gradients of their
   * pre-activations, the gradient of the cell states by that of the step before, and that of the
   * hidden states by 0.
   *
   * @param dHidden gradient from the layer above [T×B×16·groups], not modified
   */
  void sruBackward(
      SruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup);

  /**
   * Adds up the gradients of the weights of the cell states over all time steps, once the way back
   * is done and the gates are gradients.
   *
   * @param dWeights [16·2·groups], added to
   */
  void sruWeightsBackward(SruMatrices units, float[] dWeights, int fromGroup, int toGroup);
}
