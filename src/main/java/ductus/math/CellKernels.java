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
}
