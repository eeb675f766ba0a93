package ductus.math;

/**
 * The element-wise part of recurrent cells, forward and backward, fused into one pass each over
 * some groups of 16 units, all rows of a batch.
 *
 * <p>Pre-activations and gates stand as {@link GateLayout} says, 16·G columns a group; states and
 * outputs [R×16·groups] have 16 columns a group. Offsets are those of the first row's group 0.
 * Units that only fill up a group have zeros, and keep them.
 */
public interface CellKernels {
  /**
   * Updates LSTM cells, in place of the gates' pre-activations (Graves 2013, eq. 7–11 without
   * peepholes).
   *
   * @param gates input gate, forget gate, candidate, output gate; pre-activations in, activations
   *     out
   * @param previousCell cell states of the time step before, not modified
   * @param cell cell states, modified
   * @param cellTanh tanh of the cell states, modified
   * @param hidden hidden states, modified
   * @param stateStride stride of states and outputs
   */
  void lstm(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      float[] cellTanh,
      int cellOffset,
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Goes back through {@link #lstm}: replaces the gates' activations by the gradients of their
   * pre-activations.
   *
   * @param gates activations in, gradients out
   * @param previousCell not modified
   * @param cellTanh not modified
   * @param dHidden gradient from the layer above, not modified
   * @param dRecurrent gradient from the next time step, in; out: 0
   * @param dCell gradient of the cell states from the next time step, in; for the step before, out
   * @param dBias [16·G·groups] sums of the gradients over rows, added to
   */
  void lstmBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cellTanh,
      int cellOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int stateStride,
      float[] dBias,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Updates gated recurrent units: h = (1 − z)·n + z·h′ with n = tanh(input's part + r·(state's
   * part + bias)) (Cho et al. 2014, with the reset gate behind the product).
   *
   * @param fromInput reset gate r, update gate z, candidate n; the input's part of the
   *     pre-activations in, activations out
   * @param fromState in the same order; the state's part in; the candidate's, with its bias, out
   * @param gatesStride stride of both
   * @param bias [16·groups] of the state's part of the candidate, not modified
   * @param previousHidden hidden states of the time step before, not modified
   * @param hidden hidden states, modified
   * @param stateStride stride of hidden states
   */
  void gru(
      float[] fromInput,
      int fromInputOffset,
      float[] fromState,
      int fromStateOffset,
      int gatesStride,
      float[] bias,
      float[] previousHidden,
      int previousOffset,
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Goes back through {@link #gru}: replaces both parts by the gradients of their pre-activations.
   *
   * @param fromInput activations in, gradients of the input's part out
   * @param fromState the candidate's part in, gradients of the state's part out
   * @param previousHidden not modified
   * @param dHidden gradient from the layer above, not modified
   * @param dRecurrent gradient from the next time step, in; out: what goes past the gates to the
   *     step before
   * @param dBias [16·3·groups] sums of the input part's gradients over rows, added to
   * @param dStateBias [16·groups] sums of the candidate's gradients in the state's part, added to
   */
  void gruBackward(
      float[] fromInput,
      int fromInputOffset,
      float[] fromState,
      int fromStateOffset,
      int gatesStride,
      float[] previousHidden,
      int previousOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int stateStride,
      float[] dBias,
      float[] dStateBias,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Updates the units of a simple recurrent network (Elman 1990): h = f(pre-activation).
   *
   * @param sums pre-activations in, activations out
   * @param hidden hidden states, modified: the activations again
   * @param stride stride of both
   * @param rectified whether f is max(0, ·), else tanh
   */
  void elman(
      float[] sums,
      int sumsOffset,
      float[] hidden,
      int hiddenOffset,
      int stride,
      boolean rectified,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Goes back through {@link #elman}.
   *
   * @param sums activations in, gradients of the pre-activations out
   * @param dHidden gradient from the layer above, not modified
   * @param dRecurrent gradient from the next time step, in; out: 0
   * @param stride stride of all three
   * @param dBias [16·groups] sums of the gradients over rows, added to
   */
  void elmanBackward(
      float[] sums,
      int sumsOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int stride,
      float[] dBias,
      boolean rectified,
      int fromGroup,
      int toGroup,
      int rows);
}
