package ductus.task.handwriting.training;

import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.nn.Tape;
import ductus.train.Pass;

/**
 * A pass over lines of pen points, from their beginnings.
 *
 * @param alignment what the window's distance from the right character counts beside the points
 * @param number of the batch in its update
 */
public record PenPass(PenNetwork network, PenBatch batch, float alignment, int number)
    implements Pass {
  @Override
  public int targets() {
    return batch.targetCount();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    tape.train(seed, noisePass, 0, held);
    double nats = network.loss(batch, scale, alignment, tape);
    network.backward(tape);
    return nats;
  }
}
