package ductus.nn;

/** Rows of a table, added up, in double precision. */
public final class ReferenceEmbedding {
  private final int size;

  /** [N×E]. */
  public final double[] table;

  public final double[] dTable;

  public ReferenceEmbedding(int rows, int size) {
    this.size = size;
    table = new double[rows * size];
    dTable = new double[rows * size];
  }

  /** [R×E] of indices [R×P]. */
  public double[] forward(int[] indices, int perStep) {
    double[] output = new double[indices.length / perStep * size];
    for (int i = 0; i < indices.length; i++) {
      for (int e = 0; e < size && indices[i] >= 0; e++) {
        output[i / perStep * size + e] += table[indices[i] * size + e];
      }
    }
    return output;
  }

  /** Adds to the gradient of the table. */
  public void backward(double[] dOutput, int[] indices, int perStep) {
    for (int i = 0; i < indices.length; i++) {
      for (int e = 0; e < size && indices[i] >= 0; e++) {
        dTable[indices[i] * size + e] += dOutput[i / perStep * size + e];
      }
    }
  }
}
