package ductus.math;

/** The element-wise part of recurrent cells, forward and backward, fused into one pass each. */
public interface CellKernels {
  /**
   * Updates the cells of up to 16 LSTM units for a batch, in place of the gates' pre-activations
   * (Graves 2013, eq. 7–11 without peepholes).
   *
   * @param gates [R×64] at the panel: input gate, forget gate, candidate, output gate, 16 units
   *     each; pre-activations in, activations out
   * @param previousCell [R×16], not modified
   * @param cell [R×16], modified
   * @param cellTanh [R×16], modified; tanh of the cell state
   * @param cellStride stride of the three cell arrays
   * @param hidden [R×units], modified
   * @param units how many of the 16 units exist, 1 to 16
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
      int cellStride,
      float[] hidden,
      int hiddenOffset,
      int hiddenStride,
      int units,
      int rows);

  /**
   * Goes back through {@link #lstm}: replaces the gates' activations by the gradients of their
   * pre-activations.
   *
   * @param gates [R×64] at the panel, activations in, gradients out
   * @param previousCell [R×16], not modified
   * @param cellTanh [R×16], not modified
   * @param cellStride stride of the three cell arrays
   * @param dHidden [R×units] from the layer above, not modified
   * @param dRecurrent [R×units] from the next time step, not modified
   * @param dHiddenStride stride of both
   * @param dCell [R×16] from the next time step, in; for the step before, out
   * @param units how many of the 16 units exist
   */
  void lstmBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cellTanh,
      int cellOffset,
      int cellStride,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int dRecurrentOffset,
      int dHiddenStride,
      float[] dCell,
      int dCellOffset,
      int units,
      int rows);
}
