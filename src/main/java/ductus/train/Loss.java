package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;

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
    double nats = 0;
    long tokens = 0;
    for (List<Integer> numbers :
        EpochOrder.byLength(TokenLessons.numbers(sequences), sequences::length, BATCH)) {
      List<Sequence> group = numbers.stream().map(sequences::get).toList();
      int steps = group.get(group.size() - 1).length() - 1;
      State state = network.initialState(group.size());
      for (int from = 0; from < steps; from += WINDOW) {
        int window = Math.min(WINDOW, steps - from);
        Batch batch = Batch.window(group, network.config().vocabularySize(), from, window);
        tape.begin(batch.time(), batch.size(), state);
        nats += network.loss(batch, 1, tape);
        tokens += batch.targetCount();
      }
    }
    return new Loss(nats, tokens);
  }

  /** Nats per token; NaN if there is none. */
  public double perToken() {
    return tokens == 0 ? Double.NaN : nats / tokens;
  }
}
