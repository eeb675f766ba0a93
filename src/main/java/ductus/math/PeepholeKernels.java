package ductus.math;

/**
 * The LSTM cell in two halves, cell state and output, so that the output gate can look at the new
 * cell state (Graves 2013, eq. 7–11) and a layer can normalize that state in between. Arrays stand
 * as in {@link CellKernels}; {@code gates} are input gate, forget gate, candidate, output gate,
 * {@code peepholes} [16·3·groups] those of input, forget and output gate.
 */
public interface PeepholeKernels {
  /**
   * Computes the cell states: c = f·c′ + i·g.
   *
   * @param gates pre-activations in; out: activations, the output gate's left as it was
   * @param previousCell cell states of the time step before, not modified
   * @param cell modified
   */
  void state(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      int cellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Computes the hidden states: h = o·tanh(s).
   *
   * @param gates the output gate's pre-activation in, activation out
   * @param cell cell states, not modified
   * @param squashed the cell states, or what a layer made of them, in; their tanh out. May not be
   *     {@code cell} itself
   * @param hidden hidden states, modified
   */
  void output(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] cell,
      float[] squashed,
      int cellOffset,
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Goes back through {@link #output}.
   *
   * @param gates the output gate's activation in, gradient of its pre-activation out
   * @param squashed tanh in, gradient of what went into it out
   * @param dHidden gradient from the layer above, not modified
   * @param dRecurrent gradient from the next time step, in; out: 0
   * @param dCell added to: what comes through the peephole
   */
  void outputBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] squashed,
      int squashedOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int dCellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows);

  /**
   * Goes back through {@link #state}.
   *
   * @param gates activations of input gate, forget gate and candidate in, gradients of their
   *     pre-activations out
   * @param previousCell not modified
   * @param dOutput gradient of the cell states from the output, not modified
   * @param dCell gradient of the cell states from the next time step and the peephole, in; for the
   *     step before, out
   */
  void stateBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] previousCell,
      int previousOffset,
      float[] dOutput,
      int dOutputOffset,
      float[] dCell,
      int dCellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows);
}
