package ductus.lab.teaching;

import ductus.math.PlaceRandom;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Tape;
import ductus.train.Loss;
import ductus.train.SampledInputs;
import java.util.List;

/**
 * What a network's own mistakes cost it: its loss on the true tokens while some of those that it
 * reads are drawn by itself.
 */
final class OwnTokens {
  private OwnTokens() {}

  /**
   * Measures without noise. The network must be packed.
   *
   * @param share of the tokens read that are the network's own, 0 to 1
   * @param seed decides which, and what is drawn
   */
  static Loss loss(Network network, List<Sequence> sequences, double share, long seed, Tape tape) {
    SampledInputs sampled = new SampledInputs(network, tape);
    List<List<Sequence>> groups = Loss.groups(sequences);
    double nats = 0;
    long targets = 0;
    for (int i = 0; i < groups.size(); i++) {
      Batch batch = Batch.of(groups.get(i), network.config().vocabularySize());
      Batch read =
          sampled.mix(batch, network.initialState(batch.size()), share, PlaceRandom.key(seed, i));
      network.begin(read, network.initialState(read.size()), tape);
      nats += network.loss(read, 1, tape);
      targets += read.targetCount();
    }
    return new Loss(nats, targets);
  }
}
