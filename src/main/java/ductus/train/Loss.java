package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.train.parallel.Peers;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well a network predicts some sequences.
 *
 * @param nats sum of −log probability over all targets
 * @param tokens number of targets
 */
public record Loss(double nats, long tokens) {
  /** Sequences side by side. */
  static final int BATCH = 32;

  /** Time steps at a time, the state carried on, so that long sequences need no more memory. */
  static final int WINDOW = 512;

  /** Measures without noise. The network must be packed. */
  public static Loss of(Network network, List<Sequence> sequences, Tape tape) {
    return of(network, Sequences.of(sequences), tape);
  }

  /** The same of sequences that are made when a batch needs them. */
  static Loss of(Network network, Sequences sequences, Tape tape) {
    return of(network, sequences, tape, Peers.NONE);
  }

  /** The same, the sequences shared by some machines; each gets the loss of all. */
  static Loss of(Network network, Sequences sequences, Tape tape, Peers peers) {
    List<List<Integer>> groups =
        EpochOrder.byLength(TokenBatches.numbers(sequences), sequences::length, BATCH);
    double nats =
        sum(
            groups,
            group -> nats(network, group.stream().map(sequences::get).toList(), tape),
            peers);
    return new Loss(nats, targets(sequences));
  }

  /**
   * The nats of all groups, added up in their order, whoever measures them.
   *
   * @param groups the same on all machines
   * @param nats of a group
   * @param peers that share the groups; each gets the sum
   */
  public static <G> double sum(List<G> groups, ToDoubleFunction<G> nats, Peers peers) {
    double[] all = new double[groups.size()];
    for (int i = peers.rank(); i < all.length; i += peers.size()) {
      all[i] = nats.applyAsDouble(groups.get(i));
    }
    peers.sum(all);
    double sum = 0;
    for (double ofGroup : all) {
      sum += ofGroup;
    }
    return sum;
  }

  private static long targets(Sequences sequences) {
    return IntStream.range(0, sequences.size()).mapToLong(i -> sequences.length(i) - 1L).sum();
  }

  /** Sequences in the groups that are measured side by side, in the order of their sums. */
  public static List<List<Sequence>> groups(List<Sequence> sequences) {
    return EpochOrder.byLength(sequences, Sequence::length, BATCH);
  }

  /** The nats of one group, without noise. The network must be packed. */
  public static double nats(Network network, List<Sequence> group, Tape tape) {
    double nats = 0;
    int steps = group.get(group.size() - 1).length() - 1;
    State state = network.initialState(group.size());
    for (int from = 0; from < steps; from += WINDOW) {
      int window = Math.min(WINDOW, steps - from);
      Batch batch = Batch.window(group, network.config().vocabularySize(), from, window);
      tape.begin(batch.time(), batch.size(), state);
      nats += network.loss(batch, 1, tape);
    }
    return nats;
  }

  /** Nats per token; NaN if there is none. */
  public double perToken() {
    return tokens == 0 ? Double.NaN : nats / tokens;
  }
}
