package ductus.nn.attention.content;

import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Weights [K×N] that rows are multiplied with, x·W, for threads that share the rows. */
final class Projection {
  private final Parameter weights;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;

  /** Weights of zero. */
  Projection(String name, int inputSize, int outputSize) {
    weights = new Parameter(name, inputSize, outputSize);
    packed = new PackedWeights(inputSize, outputSize);
    packedTransposed = new PackedWeights(outputSize, inputSize);
  }

  Parameter weights() {
    return weights;
  }

  /** N. */
  int outputSize() {
    return weights.value().numCols;
  }

  /** Uniform within one over the root of K. */
  void initialize(RandomGenerator random) {
    Initialization.uniform(weights.value(), 1 / Math.sqrt(weights.value().numRows), random);
  }

  /** Copies a thread's part of the weights into the kernels' layout. */
  void repack(int slice, Workers crew) {
    packed.pack(
        weights.value(), crew.from(packed.strips(), slice), crew.from(packed.strips(), slice + 1));
    packedTransposed.packTransposed(
        weights.value(),
        crew.from(packedTransposed.strips(), slice),
        crew.from(packedTransposed.strips(), slice + 1));
  }

  /** Computes some rows: output = input·W. */
  void multiply(FMatrixRMaj input, FMatrixRMaj output, int from, int to, Kernels kernels) {
    multiply(input, packed, output, from, to, false, kernels);
  }

  /** Goes back through some rows: dInput += dOutput·Wᵀ. */
  void addBack(FMatrixRMaj dOutput, FMatrixRMaj dInput, int from, int to, Kernels kernels) {
    multiply(dOutput, packedTransposed, dInput, from, to, true, kernels);
  }

  private static void multiply(
      FMatrixRMaj input,
      PackedWeights by,
      FMatrixRMaj output,
      int from,
      int to,
      boolean accumulate,
      Kernels kernels) {
    kernels
        .products()
        .multiply(
            input.data,
            from * input.numCols,
            input.numCols,
            to - from,
            by,
            0,
            by.strips(),
            output.data,
            from * output.numCols,
            output.numCols,
            accumulate);
  }

  /** Room for what {@link #addGradient} sums up. */
  float[] scratch() {
    return new float[weights.value().numRows * Strips.padded(outputSize())];
  }

  /**
   * Adds a thread's part to the gradient of the weights: inputᵀ·dOutput.
   *
   * @param input rows that begin with the input [·×K], not modified
   * @param dOutput [·×N] in whole strips, not modified
   */
  void addGradient(
      FMatrixRMaj input,
      FMatrixRMaj dOutput,
      float[] scratch,
      FMatrixRMaj gradient,
      int slice,
      Workers crew,
      Kernels kernels) {
    int from = crew.from(gradient.numRows, slice);
    int to = crew.from(gradient.numRows, slice + 1);
    int stride = dOutput.numCols;
    Arrays.fill(scratch, from * stride, to * stride, 0);
    kernels
        .products()
        .addTransposed(
            input.data,
            from,
            input.numCols,
            to - from,
            dOutput.data,
            0,
            stride,
            dOutput.numRows,
            0,
            packed.strips(),
            scratch,
            from * stride,
            stride);
    Rows.addTo(gradient, scratch, stride, from, to, 0, gradient.numCols);
  }
}
