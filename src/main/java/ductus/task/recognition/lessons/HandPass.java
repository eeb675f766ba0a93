package ductus.task.recognition.lessons;

import ductus.model.reading.HandNetwork;
import ductus.model.reading.LineBatch;
import ductus.nn.Tape;
import ductus.train.Pass;
import java.util.List;

/** Lines on their way through a network that tells hands apart. */
final class HandPass implements Pass {
  private final HandNetwork network;
  private final LineBatch batch;
  private final int[] hands;
  private final int number;

  /**
   * A pass.
   *
   * @param number of the batch in its update
   */
  HandPass(HandNetwork network, List<LabeledLine> lines, int number) {
    this.network = network;
    this.number = number;
    batch =
        new LineBatch(lines.stream().map(LabeledLine::rows).toList(), network.config().features());
    hands = lines.stream().mapToInt(LabeledLine::hand).toArray();
  }

  @Override
  public int number() {
    return number;
  }

  /** Lines. */
  @Override
  public int targets() {
    return hands.length;
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    double nats = network.loss(batch, hands, scale, tape);
    network.backward(tape);
    return nats;
  }

  /** Nats, without going back. */
  double measure(Tape tape) {
    return network.loss(batch, hands, 1, tape);
  }
}
