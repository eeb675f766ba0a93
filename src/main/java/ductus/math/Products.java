package ductus.math;

/**
 * Matrix products: rows with packed weights, and the gradients of weights. Each entry of a result
 * is summed in the order of the inner index, so that its bits depend neither on how the work is cut
 * nor on the width of the vectors.
 */
public interface Products {
  /**
   * Multiplies rows with packed weights: output[R×N] = (output +) input[R×K] · weights[K×N], some
   * strips of the columns.
   *
   * @param input [R×K] from {@code inputOffset}, not modified
   * @param fromStrip first strip, inclusive
   * @param toStrip last strip, exclusive
   * @param output [R×N] from {@code outputOffset} (its first column, whatever the first strip),
   *     with room for whole strips, modified
   * @param accumulate whether the product is added to what stands in the output
   */
  void multiply(
      float[] input,
      int inputOffset,
      int inputStride,
      int rows,
      PackedWeights weights,
      int fromStrip,
      int toStrip,
      float[] output,
      int outputOffset,
      int outputStride,
      boolean accumulate);

  /**
   * Adds a gradient of weights: output[K×N] += left[R×K]ᵀ · right[R×N], some strips of the columns.
   *
   * @param left [R×K] inputs of the layer, not modified
   * @param right [R×N] gradients of its outputs, in whole strips, not modified
   * @param fromStrip first strip, inclusive
   * @param toStrip last strip, exclusive
   * @param output [K×N], in whole strips, modified
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
      int fromStrip,
      int toStrip,
      float[] output,
      int outputOffset,
      int outputStride);
}
