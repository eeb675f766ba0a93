package ductus.nn;

/** The rows of one sequence, taken out of those of a batch, which lie time step by time step. */
public final class BatchRows {
  private BatchRows() {}

  /**
   * The rows [T×N] of a sequence.
   *
   * @param values [T×B×N]
   * @param batch B
   * @param b the sequence, from 0
   * @param size N
   */
  public static float[] of(float[] values, int batch, int b, int size) {
    float[] single = new float[values.length / batch];
    for (int i = 0; i < single.length / size; i++) {
      System.arraycopy(values, (i * batch + b) * size, single, i * size, size);
    }
    return single;
  }
}
