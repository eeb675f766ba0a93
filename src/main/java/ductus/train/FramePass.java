package ductus.train;

import ductus.model.frame.FrameBatch;
import ductus.model.frame.FrameNetwork;
import ductus.nn.State;
import ductus.nn.Tape;

/**
 * A pass over frames.
 *
 * @param network that predicts them
 * @param batch one window of some sequences
 * @param state with which they come into it; holds the final state afterwards
 * @param number of the batch in its update
 */
public record FramePass(FrameNetwork network, FrameBatch batch, State state, int number)
    implements Pass {
  @Override
  public int targets() {
    return batch.targetCount();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    tape.begin(batch.time(), batch.size(), state);
    tape.train(seed, noisePass, 0, held);
    double nats = network.loss(batch, scale, tape);
    network.backward(tape);
    return nats;
  }
}
