package ductus.nn;

import ductus.math.PackedWeights;
import ductus.math.Products.RowProduct;
import ductus.math.Workers;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Weights W [K×N] that rows are multiplied with, x·W, and their copies for the kernels. */
public final class Projection {
  private final Parameter weights;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;

  /**
   * Weights of zero.
   *
   * @param name of the parameter
   * @param inputSize K
   * @param outputSize N
   */
  public Projection(String name, int inputSize, int outputSize) {
    weights = new Parameter(name, inputSize, outputSize);
    packed = new PackedWeights(inputSize, outputSize);
    packedTransposed = new PackedWeights(outputSize, inputSize);
  }

  /** The parameter W. */
  public Parameter weights() {
    return weights;
  }

  /** Number of inputs, K. */
  public int inputSize() {
    return weights.value().numRows;
  }

  /** Number of outputs, N. */
  public int outputSize() {
    return weights.value().numCols;
  }

  /** Draws first weights, uniform within one over the root of K. */
  public void initialize(RandomGenerator random) {
    Initialization.uniform(weights.value(), 1 / Math.sqrt(inputSize()), random);
  }

  /** Copies a thread's part of the weights into the kernels' layout. */
  public void repack(int slice, Workers crew) {
    packed.pack(
        weights.value(), crew.from(packed.strips(), slice), crew.from(packed.strips(), slice + 1));
    packedTransposed.packTransposed(
        weights.value(),
        crew.from(packedTransposed.strips(), slice),
        crew.from(packedTransposed.strips(), slice + 1));
  }

  /** The product that makes rows of outputs of rows of inputs: output = input·W. */
  public RowProduct forth(FMatrixRMaj input, FMatrixRMaj output) {
    return new RowProduct(input, packed, output);
  }

  /** The product that takes rows of gradients back: dInput = dOutput·Wᵀ. */
  public RowProduct back(FMatrixRMaj dOutput, FMatrixRMaj dInput) {
    return new RowProduct(dOutput, packedTransposed, dInput);
  }
}
