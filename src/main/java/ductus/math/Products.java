package ductus.math;

/** Matrix products against packed weights, and the gradients of weights. */
public interface Products {
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
  void multiply(
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
  void addTransposed(
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
}
