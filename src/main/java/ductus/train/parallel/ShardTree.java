package ductus.train.parallel;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Adds up the gradients of a batch's shards in a fixed order: the shards are the leaves of a binary
 * tree whose nodes halve them, and a node is the sum of its two. A node can be computed wherever
 * its leaves are, so one machine and a power of two of machines come to the same bits.
 */
public final class ShardTree {
  private final List<Parameter> parameters;
  private final List<FMatrixRMaj> gradients;
  private final Tape tape;
  private final Peers peers;

  /** Shards that are computed here. */
  private final int from;

  private final int to;

  /** Sums that wait for their other half, by the depth of their node. */
  private final List<List<FMatrixRMaj>> waiting = new ArrayList<>();

  private final Runnable listening;

  /** Depth of the last shard here: so many sums wait for it. */
  private int lastDepth;

  /** Parameters whose sums are not final in this update; those behind them are. */
  private int unfinished;

  /**
   * Computes the gradient of a shard.
   *
   * @param <X> what can go wrong
   */
  @FunctionalInterface
  public interface Shard<X extends Exception> {
    /**
     * Adds a shard's gradient to those on the tape and returns the shard's nats.
     *
     * @param beforeLast to be run before the last pass that adds to it
     */
    double add(int shard, Runnable beforeLast) throws X;
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
    gradients = parameters.stream().map(tape::gradient).toList();
    Consumer<List<Parameter>> listener = this::finished;
    listening = peers.size() == 1 ? ShardTree::nothing : () -> tape.tellFinished(listener);
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

  private static void nothing() {}

  /** Most sums that wait at a time on one machine. */
  public static int depth(int shards) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(shards - 1);
  }

  /**
   * Puts the sum over all shards onto the tape.
   *
   * @return the nats of all shards
   */
  public <X extends Exception> double sum(Shard<X> shard) throws X {
    unfinished = parameters.size();
    try {
      double nats = sum(shard, from, to, 0);
      finish(0);
      return peers.size() == 1 ? nats : peers.sum(gradients, nats);
    } finally {
      tape.tellFinished(null);
    }
  }

  private <X extends Exception> double sum(Shard<X> shard, int first, int end, int depth) throws X {
    if (end - first == 1) {
      tape.clearGradients();
      if (end < to) {
        return shard.add(first, ShardTree::nothing);
      }
      lastDepth = depth;
      return shard.add(first, listening);
    }
    int middle = (first + end) >>> 1;
    double left = sum(shard, first, middle, depth + 1);
    List<FMatrixRMaj> kept = keep(depth);
    double right = sum(shard, middle, end, depth + 1);
    if (end < to) {
      add(kept, 0, kept.size());
    }
    return left + right;
  }

  private List<FMatrixRMaj> keep(int depth) {
    while (waiting.size() <= depth) {
      waiting.add(gradients.stream().map(FMatrixRMaj::createLike).toList());
    }
    List<FMatrixRMaj> kept = waiting.get(depth);
    for (int p = 0; p < kept.size(); p++) {
      kept.get(p).setTo(gradients.get(p));
    }
    return kept;
  }

  private void add(List<FMatrixRMaj> kept, int first, int end) {
    for (int p = first; p < end; p++) {
      CommonOps_FDRM.add(kept.get(p), gradients.get(p), gradients.get(p));
    }
  }

  /** The last pass goes back from the last parameters to the first, more or less. */
  private void finished(List<Parameter> done) {
    int first = unfinished;
    while (first > 0 && done.contains(parameters.get(first - 1))) {
      first--;
    }
    if (first < unfinished) {
      finish(first);
      peers.ready(gradients, first);
    }
  }

  /** Adds, to what is final of the last shard, the sums that waited for it. */
  private void finish(int first) {
    for (int depth = lastDepth - 1; depth >= 0; depth--) {
      add(waiting.get(depth), first, unfinished);
    }
    unfinished = first;
  }
}
