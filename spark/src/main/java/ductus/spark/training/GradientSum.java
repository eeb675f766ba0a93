package ductus.spark.training;

import ductus.spark.training.PeerMessage.Kind;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.ejml.data.FMatrixRMaj;

/**
 * The sum of the ranks' gradients, block by block: each rank adds up its own blocks and sends them
 * to the others (reduce-scatter and all-gather; Rabenseifner 2004), so that a rank sends and gets 2
 * · (N − 1) / N of the gradient's bytes, however many they are. A block is added up and sent as
 * soon as its last part is there, by the thread that brought it, while others are on their way or
 * still computed.
 *
 * <p>Blocks travel from the last one to the first, as the way back through a network leaves them.
 */
final class GradientSum {
  private final int rank;
  private final List<FMatrixRMaj> gradients;
  private final Blocks blocks;
  private final Post post;

  /**
   * Messages by block, to be used again in the next update: a rank that answers has what was sent
   * to it.
   */
  private final List<ByteBuffer> outgoing = new ArrayList<>();

  /** By round, what each rank has of the block that is added up here. */
  private final List<List<float[]>> parts = new ArrayList<>();

  /** Parts that are there, by round. */
  private final AtomicIntegerArray arrived;

  /** Blocks whose sum is not in place. */
  private final AtomicInteger open;

  /** Rounds that are not sent yet. */
  private int left;

  /** Sends a message to another rank. */
  @FunctionalInterface
  interface Post {
    void send(int rank, ByteBuffer message);
  }

  /**
   * Sums of the same matrices from update to update.
   *
   * @param ranks how many
   */
  GradientSum(int rank, int ranks, List<FMatrixRMaj> gradients, Post post) {
    this.rank = rank;
    this.gradients = List.copyOf(gradients);
    this.post = post;
    blocks = Blocks.of(gradients, ranks);
    for (int block = 0; block < blocks.count(); block++) {
      outgoing.add(PeerMessage.allocate(blocks.length(block)));
    }
    for (int round = 0; round < blocks.rounds(); round++) {
      List<float[]> ofRanks = new ArrayList<>();
      for (int peer = 0; peer < ranks; peer++) {
        ofRanks.add(new float[blocks.length(blocks.block(round, rank))]);
      }
      parts.add(ofRanks);
    }
    arrived = new AtomicIntegerArray(blocks.rounds());
    open = new AtomicInteger(blocks.count());
    left = blocks.rounds();
  }

  /**
   * Sends what is final: this rank's gradients from a matrix on.
   *
   * @param matrix number of the first of them; 0 where all are
   */
  void offer(int matrix) {
    int from = gradients.subList(0, matrix).stream().mapToInt(FMatrixRMaj::getNumElements).sum();
    while (left > 0 && blocks.begin(blocks.block(left - 1, 0)) >= from) {
      left--;
      for (int peer = 0; peer < blocks.ranks(); peer++) {
        int block = blocks.block(left, peer);
        if (peer == rank) {
          blocks.copy(gradients, block, parts.get(left).get(rank));
          count(left);
        } else {
          ByteBuffer message = PeerMessage.begin(outgoing.get(block), Kind.PART, rank, left);
          blocks.put(gradients, block, message);
          post.send(peer, message.flip());
        }
      }
    }
  }

  /** Takes another rank's part of this rank's block. */
  void part(int peer, int round, ByteBuffer floats) {
    floats.asFloatBuffer().get(parts.get(round).get(peer));
    count(round);
  }

  /** Takes the sum of another rank's block. */
  void total(int peer, int round, ByteBuffer floats) {
    blocks.get(floats.asFloatBuffer(), blocks.block(round, peer), gradients);
    open.decrementAndGet();
  }

  /** One more part of a block of this rank is there. */
  private void count(int round) {
    if (arrived.incrementAndGet(round) == blocks.ranks()) {
      arrived.set(round, 0);
      int block = blocks.block(round, rank);
      float[] sum = TreeSum.of(parts.get(round));
      ByteBuffer message = PeerMessage.begin(outgoing.get(block), Kind.TOTAL, rank, round);
      message.asFloatBuffer().put(sum);
      message.position(message.position() + sum.length * Float.BYTES).flip();
      blocks.get(FloatBuffer.wrap(sum), block, gradients);
      // A rank that has it may send its next part into the place of the sum.
      for (int peer = 0; peer < blocks.ranks(); peer++) {
        if (peer != rank) {
          post.send(peer, message.duplicate());
        }
      }
      open.decrementAndGet();
    }
  }

  /** Whether all sums are in place of the gradients. */
  boolean isDone() {
    return open.get() == 0;
  }

  /** Ends the update; the next one's parts may have come already. */
  void again() {
    left = blocks.rounds();
    open.addAndGet(blocks.count());
  }
}
