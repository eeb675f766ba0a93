package ductus.train;

import ductus.model.translation.TranslationBatch;
import ductus.model.translation.TranslationNetwork;
import ductus.nn.Tape;

/**
 * A pass over pairs of sequences.
 *
 * @param number of the batch in its update
 */
record TranslationPass(TranslationNetwork network, TranslationBatch batch, int number)
    implements Pass {
  @Override
  public int targets() {
    return batch.targetCount();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    network.begin(batch, tape);
    network.train(seed, noisePass, held, tape);
    double nats = network.loss(batch, scale, tape);
    network.backward(tape);
    return nats;
  }
}
