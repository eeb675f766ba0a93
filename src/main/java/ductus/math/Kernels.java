package ductus.math;

/**
 * The inner loops of the engine, over parts of row-major float arrays. Every method works on the
 * part it is given and on nothing else, so that threads can share the work by columns or rows.
 *
 * <p>{@link EjmlKernels} is the plain implementation and the definition; the Vector API
 * implementation gives the same up to rounding. Within one implementation the bits of a result
 * depend neither on the number of threads nor on the width of the vectors.
 */
public interface Kernels {
  /** Units whose gates stand together in one panel. */
  int GATE_LANES = 16;

  /**
   * Their name; kernels of one name give the same bits on every machine with fused multiply-add.
   */
  String name();

  /** What runs, for people: {@code Vector API, 512 bits} or {@code EJML}. */
  String description();

  /**
   * Multiplies rows with packed weights: output[R×N] = (output +) input[R×K] · weights[K×N], the
   * columns of some panels.
   *
   * @param input [R×K] from {@code inputOffset}, not modified
   * @param fromPanel first panel, inclusive
   * @param toPanel last panel, exclusive
   * @param output [R×N] from {@code outputOffset} (its first column, whatever the first panel),
   *     modified
   * @param accumulate whether the product is added to what stands in the output
   */
  void product(
      float[] input,
      int inputOffset,
      int inputStride,
      int rows,
      PackedWeights weights,
      int fromPanel,
      int toPanel,
      float[] output,
      int outputOffset,
      int outputStride,
      boolean accumulate);

  /**
   * Adds a gradient of weights: output[K×N] += left[R×K]ᵀ · right[R×N], some columns.
   *
   * @param left [R×K] inputs of the layer, not modified
   * @param right [R×N] gradients of its outputs, not modified
   * @param fromColumn a multiple of {@link PackedWeights#PANEL}
   * @param toColumn a multiple of it, or N
   * @param output [K×N], modified
   */
  void addTransposedProduct(
      float[] left,
      int leftOffset,
      int leftStride,
      int k,
      float[] right,
      int rightOffset,
      int rightStride,
      int rows,
      int fromColumn,
      int toColumn,
      float[] output,
      int outputOffset,
      int outputStride);

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
  void lstmCell(
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
   * Goes back through {@link #lstmCell}: replaces the gates' activations by the gradients of their
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
  void lstmCellBackward(
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

  /**
   * Turns logits into the gradient of the cross-entropy after softmax, in one pass.
   *
   * @param logits [R×N]; out: (probability − one-hot target) · scale, or 0 in masked rows
   * @param targets [R], the index of the right column, negative where the row is masked
   * @param scale factor of the gradient
   * @return the sum over unmasked rows of −log probability of the target, in nats
   */
  double softmaxCrossEntropy(
      float[] logits,
      int offset,
      int stride,
      int columns,
      int rows,
      int[] targets,
      int targetsOffset,
      float scale);

  /** Adds: sum[from…to) += the same columns of each of the rows [R×·], in the order of the rows. */
  void addRows(float[] rows, int offset, int stride, int count, float[] sum, int from, int to);

  /** Sum of squares of {@code length} entries. */
  double sumOfSquares(float[] values, int offset, int length);

  /**
   * One step of Adam (Kingma and Ba 2015, algorithm 1) on some entries.
   *
   * @param weights modified
   * @param gradient not modified
   * @param mean first moment, modified
   * @param variance second moment, modified
   */
  void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      AdamStep step);
}
