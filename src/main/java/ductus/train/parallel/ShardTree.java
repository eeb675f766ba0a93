package ductus.train.parallel;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.train.DivergenceException;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Adds up the gradients of a batch's shards in a fixed order: the shards are the leaves of a binary
 * tree whose nodes halve them, and a node is the sum of its two. A node can be computed wherever
 * its leaves are, so one machine and a power of two of machines come to the same bits.
 */
public final class ShardTree {
  private final List<Parameter> parameters;
  private final Tape tape;
  private final Peers peers;

  /** Shards that are computed here. */
  private final int from;

  private final int to;

  /** Sums that wait for their other half, by the depth of their node. */
  private final List<List<FMatrixRMaj>> waiting = new ArrayList<>();

  /** Computes the gradient of a shard. */
  @FunctionalInterface
  public interface Shard {
    /** Adds it to those on the tape and returns the shard's nats. */
    double add(int shard) throws DivergenceException;
  }

  /**
   * A tree of some shards.
   *
   * @param shards in all; at least as many as there are peers
   * @param parameters whose gradients on the tape are added up
   */
  public ShardTree(int shards, List<Parameter> parameters, Tape tape, Peers peers) {
    if (shards < peers.size()) {
      throw new IllegalArgumentException(
          "shards must be at least as many as the machines but were %d for %d"
              .formatted(shards, peers.size()));
    }
    this.parameters = parameters;
    this.tape = tape;
    this.peers = peers;
    int first = 0;
    int end = shards;
    for (int half = peers.size() / 2; half > 0; half /= 2) {
      int middle = (first + end) >>> 1;
      if ((peers.rank() & half) == 0) {
        end = middle;
      } else {
        first = middle;
      }
    }
    from = first;
    to = end;
  }

  /** Most sums that wait at a time on one machine. */
  public static int depth(int shards) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(shards - 1);
  }

  /**
   * Puts the sum over all shards onto the tape.
   *
   * @return the nats of all shards
   */
  public double sum(Shard shard) throws DivergenceException {
    double nats = sum(shard, from, to, 0);
    return peers.size() == 1 ? nats : peers.sum(gradients(), nats);
  }

  private double sum(Shard shard, int first, int end, int depth) throws DivergenceException {
    if (end - first == 1) {
      tape.clearGradients();
      return shard.add(first);
    }
    int middle = (first + end) >>> 1;
    double left = sum(shard, first, middle, depth + 1);
    List<FMatrixRMaj> kept = keep(depth);
    double right = sum(shard, middle, end, depth + 1);
    for (int p = 0; p < kept.size(); p++) {
      FMatrixRMaj gradient = tape.gradient(parameters.get(p));
      CommonOps_FDRM.add(kept.get(p), gradient, gradient);
    }
    return left + right;
  }

  private List<FMatrixRMaj> keep(int depth) {
    while (waiting.size() <= depth) {
      waiting.add(gradients().stream().map(FMatrixRMaj::createLike).toList());
    }
    List<FMatrixRMaj> kept = waiting.get(depth);
    for (int p = 0; p < kept.size(); p++) {
      kept.get(p).setTo(tape.gradient(parameters.get(p)));
    }
    return kept;
  }

  private List<FMatrixRMaj> gradients() {
    return parameters.stream().map(tape::gradient).toList();
  }
}
