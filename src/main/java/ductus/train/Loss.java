package ductus.train;

import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.nn.Tape;
import ductus.train.parallel.Peers;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

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

  /** Measures sequences that are made when a batch needs them, without noise. */
  static Loss of(Network network, Sequences sequences, Tape tape) {
    return of(network, sequences, tape, Peers.NONE);
  }

  /** Measures sequences that are shared by some machines; each gets the loss of all. */
  static Loss of(Network network, Sequences sequences, Tape tape, Peers peers) {
    return of(
        EpochOrder.byLength(TokenBatches.numbers(sequences), sequences::length, BATCH),
        numbers -> {
          List<Sequence> group = numbers.stream().map(sequences::get).toList();
          return SequenceTeaching.of(network).measure(group, tape);
        },
        peers);
  }

  /** The loss of groups that are shared by some machines; each gets that of all. */
  static <G> Loss of(List<G> groups, Function<G, Loss> measuring, Peers peers) {
    double[] targets = {0};
    double nats =
        sum(
            groups,
            group -> {
              Loss loss = measuring.apply(group);
              targets[0] += loss.tokens();
              return loss.nats();
            },
            peers);
    peers.sum(targets);
    return new Loss(nats, Math.round(targets[0]));
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

  /** Sequences in the groups that are measured side by side, in the order of their sums. */
  public static List<List<Sequence>> groups(List<Sequence> sequences) {
    return EpochOrder.byLength(sequences, Sequence::length, BATCH);
  }

  /** The nats of one group, without noise. The network must be packed. */
  public static double nats(Network network, List<Sequence> group, Tape tape) {
    return SequenceTeaching.of(network).measure(group, tape).nats();
  }

  /** Nats per token; NaN if there is none. */
  public double perToken() {
    return tokens == 0 ? Double.NaN : nats / tokens;
  }
}
