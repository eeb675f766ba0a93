package ductus.task.strokerecovery;

import ductus.model.tracing.TracerNetwork;
import ductus.model.tracing.TracingBatch;
import ductus.nn.Tape;
import ductus.train.Pass;

/**
 * A pass over letters.
 *
 * @param number of the batch in its update
 */
record TracingPass(TracerNetwork network, TracingBatch batch, int number) implements Pass {
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
