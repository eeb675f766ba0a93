package ductus.spark.training;

import ductus.spark.training.PeerMessage.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.ejml.data.FMatrixRMaj;

/**
 * The sum of two ranks' gradients: each sends all of its blocks, and adds up all. For two ranks
 * these are as many bytes as in {@link ScatteredSum}, but the rank that is later finds there what
 * it needs and waits for no answer.
 */
final class PairSum implements GradientSum {
  private final int rank;
  private final List<FMatrixRMaj> gradients;
  private final GradientFormat format;
  private final Post post;
  private final GradientBlocks blocks;

  /**
   * Messages by block, those of an update and those of the one before: when this rank has the
   * other's gradients, it does not know yet whether its own have arrived, only those before them.
   */
  private final List<List<ByteBuffer>> outgoing = List.of(new ArrayList<>(), new ArrayList<>());

  /** The other rank's, by block. */
  private final List<float[]> incoming = new ArrayList<>();

  /** By block, how many of the two ranks' are there. */
  private final AtomicIntegerArray arrived;

  /** Blocks whose sum is not in place. */
  private final AtomicInteger open;

  /** Blocks that are not sent yet. */
  private int left;

  private int updates;

  /** A sum of the same matrices from update to update. */
  PairSum(int rank, List<FMatrixRMaj> gradients, GradientFormat format, Post post) {
    this.rank = rank;
    this.gradients = List.copyOf(gradients);
    this.format = format;
    this.post = post;
    blocks = GradientBlocks.of(gradients, 2);
    for (int block = 0; block < blocks.count(); block++) {
      for (List<ByteBuffer> messages : outgoing) {
        messages.add(PeerMessage.allocate(format.bytes(blocks.length(block))));
      }
      incoming.add(new float[blocks.length(block)]);
    }
    arrived = new AtomicIntegerArray(blocks.count());
    open = new AtomicInteger(blocks.count());
    left = blocks.count();
  }

  @Override
  public void offer(int matrix) {
    long from = GradientSum.floats(gradients.subList(0, matrix));
    while (left > 0 && blocks.begin(left - 1) >= from) {
      left--;
      ByteBuffer message = outgoing.get(updates % 2).get(left);
      PeerMessage.begin(message, Kind.PART, rank, left);
      format.put(blocks, gradients, left, message);
      // Once the other has it, its next gradients may take the place of those that wait here.
      count(left);
      post.send(1 - rank, message.flip());
    }
  }

  @Override
  public void part(int peer, int block, ByteBuffer message) {
    format.get(message, incoming.get(block));
    count(block);
  }

  @Override
  public void total(int peer, int block, ByteBuffer message) {
    throw new IllegalStateException("each of two ranks adds up for itself");
  }

  private void count(int block) {
    if (arrived.incrementAndGet(block) == 2) {
      arrived.set(block, 0);
      blocks.add(incoming.get(block), block, gradients);
      open.decrementAndGet();
    }
  }

  @Override
  public boolean isDone() {
    return open.get() == 0;
  }

  @Override
  public void again() {
    updates++;
    left = blocks.count();
    open.addAndGet(blocks.count());
  }
}
