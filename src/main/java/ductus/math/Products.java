package ductus.math;

import org.ejml.data.FMatrixRMaj;

/**
 * Matrix products: rows with packed weights, and the gradients of weights. Each entry of a result
 * is summed in the order of the inner index, so that its bits depend neither on how the work is cut
 * nor on the width of the vectors.
 */
public interface Products {
  /**
   * The matrices of a product of rows with weights, input[R×K] · weights[K×N].
   *
   * @param input rows that begin with the K columns; may be shorter than K, so that they overlap
   * @param weights packed
   * @param output rows that begin with the N columns, with room for whole strips
   */
  record RowProduct(FMatrixRMaj input, PackedWeights weights, FMatrixRMaj output) {
    /** Returns this product with another input, or this one itself where it has it. */
    public RowProduct of(FMatrixRMaj other) {
      return input == other ? this : new RowProduct(other, weights, output);
    }

    /** Returns this product with another output, or this one itself where it has it. */
    public RowProduct into(FMatrixRMaj other) {
      return output == other ? this : new RowProduct(input, weights, other);
    }
  }

  /**
   * Multiplies some rows with some strips of the weights: output = input · weights.
   *
   * @param inputRow first row of the input
   * @param outputRow first row of the output
   * @param rows number of rows
   * @param fromStrip first strip, inclusive
   * @param toStrip last strip, exclusive
   */
  void multiply(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip);

  /** Multiplies some rows with all the weights. */
  default void multiply(RowProduct product, int fromRow, int toRow) {
    multiply(product, fromRow, fromRow, toRow - fromRow, 0, product.weights().strips());
  }

  /** Multiplies as {@link #multiply}, and adds to the output: output += input · weights. */
  void add(RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip);

  /** Multiplies some rows with all the weights, and adds to the output. */
  default void add(RowProduct product, int fromRow, int toRow) {
    add(product, fromRow, fromRow, toRow - fromRow, 0, product.weights().strips());
  }

  /**
   * The matrices of a gradient of weights, dWeights[K×N] += input[R×K]ᵀ · dOutput[R×N].
   *
   * @param input rows that begin with the K columns
   * @param dOutput in whole strips
   * @param dWeights in whole strips
   */
  record GradientProduct(FMatrixRMaj input, FMatrixRMaj dOutput, FMatrixRMaj dWeights) {
    /** This product with another input, or this one itself. */
    public GradientProduct of(FMatrixRMaj other) {
      return input == other ? this : new GradientProduct(other, dOutput, dWeights);
    }

    /**
     * Returns this product with another gradient of the output, or this one itself where it has it.
     */
    public GradientProduct by(FMatrixRMaj other) {
      return dOutput == other ? this : new GradientProduct(input, other, dWeights);
    }
  }

  /**
   * Adds what some rows contribute to some strips of the gradient.
   *
   * @param inputRow first row of the input
   * @param outputRow first row of the output's gradient
   * @param rows number of rows
   * @param fromStrip first strip, inclusive
   * @param toStrip last strip, exclusive
   */
  void addTransposed(
      GradientProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip);

  /**
   * Adds what all rows contribute to the weights of some inputs.
   *
   * @param fromInput first row of the weights, inclusive
   * @param toInput last row of the weights, exclusive
   */
  void addTransposed(GradientProduct product, int fromInput, int toInput);
}
