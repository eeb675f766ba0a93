package ductus.nn;

import ductus.math.Products.GradientProduct;
import ductus.math.Strips;
import ductus.math.Workers;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Collects the gradient of a weight matrix [K×N] in whole strips, as the products leave it, and
 * adds it to the parameter's gradient. Threads share the rows: there may be fewer strips than
 * threads.
 */
public final class MatrixGradient {
  private final Parameter weights;
  private final Tape tape;
  private final FMatrixRMaj collected = new FMatrixRMaj(0, 0);
  private GradientProduct product = new GradientProduct(collected, collected, collected);
  private FMatrixRMaj gradient = collected;

  /** A gradient that takes its room once it is wanted. */
  public MatrixGradient(Parameter weights, Tape tape) {
    this.weights = weights;
    this.tape = tape;
  }

  /**
   * Takes the matrices of a way back.
   *
   * @param input rows that begin with the inputs [·×K], not modified
   * @param dOutput gradient of the outputs [·×N] in whole strips, not modified
   */
  public void begin(FMatrixRMaj input, FMatrixRMaj dOutput) {
    collected.reshape(weights.value().numRows, Strips.padded(weights.value().numCols));
    product = product.of(input).by(dOutput);
    gradient = tape.gradient(weights);
  }

  /** Adds a thread's part to the gradient of the weights: inputᵀ·dOutput. */
  public void add(int slice, Workers crew) {
    int from = crew.from(collected.numRows, slice);
    int to = crew.from(collected.numRows, slice + 1);
    Arrays.fill(collected.data, from * collected.numCols, to * collected.numCols, 0);
    tape.kernels().products().addTransposed(product, from, to);
    Rows.addTo(gradient, collected, from, to);
  }
}
