package ductus.spark.training;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Matrices one behind the other as one row of floats, cut into blocks of about equal length. Each
 * round of them has one for each rank, in the ranks' order.
 *
 * @param floats of all
 * @param ranks at least one
 * @param rounds at least one
 */
record GradientBlocks(long floats, int ranks, int rounds) {
  /**
   * Most floats of a block: what is sent, added up and copied of it stays in a core's own cache,
   * and the next one is on its way by then.
   */
  private static final int LONGEST = 1 << 15;

  static GradientBlocks of(List<FMatrixRMaj> matrices, int ranks) {
    long floats = GradientSum.floats(matrices);
    long round = (long) ranks * LONGEST;
    return new GradientBlocks(floats, ranks, (int) Math.max(1, (floats + round - 1) / round));
  }

  /** How many blocks. */
  int count() {
    return rounds * ranks;
  }

  /** Number of a rank's block. */
  int block(int round, int rank) {
    return round * ranks + rank;
  }

  /** Where a block begins; that of the number behind the last one is where the last one ends. */
  long begin(int block) {
    return floats * block / count();
  }

  int length(int block) {
    return (int) (begin(block + 1) - begin(block));
  }

  /** What is done with a stretch of a block that lies in one matrix. */
  @FunctionalInterface
  private interface Stretch {
    void take(float[] data, int from, int length);
  }

  private void each(List<FMatrixRMaj> matrices, int block, Stretch stretch) {
    long begin = begin(block);
    long end = begin(block + 1);
    long offset = 0;
    for (FMatrixRMaj matrix : matrices) {
      long from = Math.max(begin, offset);
      long to = Math.min(end, offset + matrix.getNumElements());
      if (from < to) {
        stretch.take(matrix.data, (int) (from - offset), (int) (to - from));
      }
      offset += matrix.getNumElements();
    }
  }

  /** Copies a block of matrices. */
  void copy(List<FMatrixRMaj> matrices, int block, float[] to) {
    each(matrices, block, FloatBuffer.wrap(to)::put);
  }

  /** Writes a block of matrices behind the position of a message. */
  void put(List<FMatrixRMaj> matrices, int block, ByteBuffer message) {
    each(matrices, block, message.asFloatBuffer()::put);
    message.position(message.position() + length(block) * Float.BYTES);
  }

  /** Puts floats in the place of a block of matrices. */
  void set(float[] from, int block, List<FMatrixRMaj> matrices) {
    each(matrices, block, FloatBuffer.wrap(from)::get);
  }

  /** Adds floats to a block of matrices. */
  void add(float[] terms, int block, List<FMatrixRMaj> matrices) {
    FloatBuffer rest = FloatBuffer.wrap(terms);
    each(
        matrices,
        block,
        (data, from, length) -> {
          int first = rest.position();
          for (int i = 0; i < length; i++) {
            data[from + i] += terms[first + i];
          }
          rest.position(first + length);
        });
  }
}
