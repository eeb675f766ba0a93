package ductus.task.music.evaluation;

import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Tape;
import ductus.train.Loss;
import java.util.List;

/** What of a network's nats on sequences side by side is asked for. */
public enum NatsMetric {
  /** The sum of all. */
  TOTAL {
    @Override
    public double[] of(Network network, List<Sequence> group, Tape tape) {
      return new double[] {Loss.nats(network, group, tape)};
    }
  },

  /** The nats of each token: the sequences one behind another, the first token of each with 0. */
  TOKENS {
    @Override
    public double[] of(Network network, List<Sequence> group, Tape tape) {
      return NetworkNats.of(network, group, tape);
    }
  };

  /**
   * Measures without noise.
   *
   * @param network packed
   */
  public abstract double[] of(Network network, List<Sequence> group, Tape tape);
}
