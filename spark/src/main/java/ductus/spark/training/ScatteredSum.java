package ductus.spark.training;

import ductus.spark.training.PeerMessage.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.ejml.data.FMatrixRMaj;

/**
 * The sum of any number of ranks' gradients: each rank adds up its own blocks and sends them to the
 * others (reduce-scatter and all-gather; Rabenseifner 2004), so that a rank sends and gets 2 · (N −
 * 1) / N of the gradient's bytes, however many they are.
 */
final class ScatteredSum implements GradientSum {
  private final int rank;
  private final List<FMatrixRMaj> gradients;
  private final GradientBlocks blocks;
  private final GradientFormat format;
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

  /** A sum of the same matrices from update to update. */
  ScatteredSum(int rank, int ranks, List<FMatrixRMaj> gradients, GradientFormat format, Post post) {
    this.rank = rank;
    this.gradients = List.copyOf(gradients);
    this.format = format;
    this.post = post;
    blocks = GradientBlocks.of(gradients, ranks);
    for (int block = 0; block < blocks.count(); block++) {
      outgoing.add(PeerMessage.allocate(format.bytes(blocks.length(block))));
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

  @Override
  public void offer(int matrix) {
    long from = GradientSum.floats(gradients.subList(0, matrix));
    while (left > 0 && blocks.begin(blocks.block(left - 1, 0)) >= from) {
      left--;
      for (int peer = 0; peer < blocks.ranks(); peer++) {
        int block = blocks.block(left, peer);
        if (peer == rank) {
          blocks.copy(gradients, block, parts.get(left).get(rank));
          count(left);
        } else {
          ByteBuffer message = PeerMessage.begin(outgoing.get(block), Kind.PART, rank, left);
          format.put(blocks, gradients, block, message);
          post.send(peer, message.flip());
        }
      }
    }
  }

  @Override
  public void part(int peer, int round, ByteBuffer message) {
    format.get(message, parts.get(round).get(peer));
    count(round);
  }

  @Override
  public void total(int peer, int round, ByteBuffer message) {
    int block = blocks.block(round, peer);
    float[] sum = new float[blocks.length(block)];
    format.get(message, sum);
    blocks.set(sum, block, gradients);
    open.decrementAndGet();
  }

  /** One more part of a block of this rank is there. */
  private void count(int round) {
    if (arrived.incrementAndGet(round) == blocks.ranks()) {
      arrived.set(round, 0);
      int block = blocks.block(round, rank);
      blocks.set(TreeSum.of(parts.get(round)), block, gradients);
      ByteBuffer message = PeerMessage.begin(outgoing.get(block), Kind.TOTAL, rank, round);
      format.put(blocks, gradients, block, message);
      message.flip();
      // A rank that has it may send its next part into the place of the sum.
      for (int peer = 0; peer < blocks.ranks(); peer++) {
        if (peer != rank) {
          post.send(peer, message.duplicate());
        }
      }
      open.decrementAndGet();
    }
  }

  @Override
  public boolean isDone() {
    return open.get() == 0;
  }

  @Override
  public void again() {
    left = blocks.rounds();
    open.addAndGet(blocks.count());
  }
}
