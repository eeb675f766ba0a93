package ductus.spark.training;

import java.nio.ByteBuffer;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Matrices one behind the other as one row of floats, cut into a slice for each rank.
 *
 * @param floats of all
 * @param count of slices
 */
record Slices(int floats, int count) {
  static Slices of(List<FMatrixRMaj> matrices, int count) {
    return new Slices(matrices.stream().mapToInt(FMatrixRMaj::getNumElements).sum(), count);
  }

  /** Where a slice begins; that of the number behind the last one is where the last one ends. */
  int begin(int slice) {
    return (int) ((long) floats * slice / count);
  }

  int length(int slice) {
    return begin(slice + 1) - begin(slice);
  }

  /** What is done with a stretch of a slice that lies in one matrix. */
  @FunctionalInterface
  private interface Stretch {
    /**
     * Takes floats of a matrix.
     *
     * @param from its first float
     * @param at the same in the slice
     */
    void take(float[] data, int from, int at, int length);
  }

  private void each(List<FMatrixRMaj> matrices, int slice, Stretch stretch) {
    int begin = begin(slice);
    int end = begin(slice + 1);
    int offset = 0;
    for (FMatrixRMaj matrix : matrices) {
      int from = Math.max(begin, offset);
      int to = Math.min(end, offset + matrix.getNumElements());
      if (from < to) {
        stretch.take(matrix.data, from - offset, from - begin, to - from);
      }
      offset += matrix.getNumElements();
    }
  }

  /** Writes a slice of matrices behind the position of a message. */
  void put(List<FMatrixRMaj> matrices, int slice, ByteBuffer message) {
    each(
        matrices,
        slice,
        (data, from, at, length) -> {
          message.asFloatBuffer().put(data, from, length);
          message.position(message.position() + length * Float.BYTES);
        });
  }

  /** Copies a slice of matrices. */
  void copy(List<FMatrixRMaj> matrices, int slice, float[] to) {
    each(matrices, slice, (data, from, at, length) -> System.arraycopy(data, from, to, at, length));
  }

  /** Reads a slice of matrices from a message. */
  void get(ByteBuffer message, int slice, List<FMatrixRMaj> matrices) {
    each(
        matrices,
        slice,
        (data, from, at, length) -> {
          message.asFloatBuffer().get(data, from, length);
          message.position(message.position() + length * Float.BYTES);
        });
  }
}
