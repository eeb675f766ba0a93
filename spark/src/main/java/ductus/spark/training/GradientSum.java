package ductus.spark.training;

import java.nio.ByteBuffer;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The sum of the ranks' gradients, block by block. A block is sent, and added up, as soon as it can
 * be, the latter by the thread that brought its last part, while others are on their way or still
 * computed. Blocks travel from the last one to the first, as the way back through a network leaves
 * them.
 */
interface GradientSum {
  /** Sends a message to another rank. */
  @FunctionalInterface
  interface Post {
    void send(int rank, ByteBuffer message);
  }

  /**
   * A sum of the same matrices from update to update.
   *
   * @param ranks how many; a power of two
   */
  static GradientSum of(
      int rank, int ranks, List<FMatrixRMaj> gradients, GradientFormat format, Post post) {
    return ranks == 2
        ? new PairSum(rank, gradients, format, post)
        : new ScatteredSum(rank, ranks, gradients, format, post);
  }

  /** Floats of all matrices. */
  static long floats(List<FMatrixRMaj> matrices) {
    return matrices.stream().mapToLong(FMatrixRMaj::getNumElements).sum();
  }

  /**
   * Sends what is final: this rank's gradients from a matrix on.
   *
   * @param matrix number of the first of them; 0 where all are
   */
  void offer(int matrix);

  /**
   * Takes another rank's part of what is added up here.
   *
   * @param number that its message has
   */
  void part(int peer, int number, ByteBuffer message);

  /**
   * Takes what another rank added up.
   *
   * @param number that its message has
   */
  void total(int peer, int number, ByteBuffer message);

  /** Whether all sums are in place of the gradients. */
  boolean isDone();

  /** Ends the update; the next one's parts may have come already. */
  void again();
}
