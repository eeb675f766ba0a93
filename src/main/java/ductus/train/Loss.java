package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Tape;
import java.util.List;

/**
 * How well a network predicts some sequences.
 *
 * @param nats sum of −log probability over all targets
 * @param tokens number of targets
 */
public record Loss(double nats, long tokens) {
  private static final int BATCH = 32;

  /** Measures without noise, whole sequences at a time. The network must be packed. */
  public static Loss of(Network network, List<Sequence> sequences, Tape tape) {
    double nats = 0;
    long tokens = 0;
    for (List<Sequence> group : EpochOrder.byLength(sequences, BATCH)) {
      Batch batch = Batch.of(group, network.config().vocabularySize());
      tape.begin(batch.time(), batch.size(), network.zeroState(batch.size()));
      nats += network.loss(batch, 1, tape);
      tokens += batch.targetCount();
    }
    return new Loss(nats, tokens);
  }

  /** Nats per token; NaN if there is none. */
  public double perToken() {
    return tokens == 0 ? Double.NaN : nats / tokens;
  }
}
