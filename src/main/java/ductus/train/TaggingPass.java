package ductus.train;

import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TaggingNetwork;
import ductus.nn.Tape;

/**
 * A pass over sequences that are tagged.
 *
 * @param number of the batch in its update
 */
public record TaggingPass(TaggingNetwork network, TagBatch batch, int number) implements Pass {
  @Override
  public int targets() {
    return batch.labelled();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    network.begin(batch, tape);
    tape.train(seed, noisePass, 0, held);
    double nats = network.loss(batch, scale, tape);
    network.backward(tape);
    return nats;
  }
}
