package ductus.train;

import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.nn.State;
import ductus.nn.Tape;

/**
 * A pass over signals.
 *
 * @param batch one window of some sequences
 * @param state with which they come into it; holds the final state afterwards
 * @param number of the batch in its update
 */
public record SignalPass(SignalNetwork network, SignalBatch batch, State state, int number)
    implements Pass {
  @Override
  public int targets() {
    return batch.targetSteps();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    network.begin(batch, state, tape);
    tape.train(seed, noisePass, 0, held);
    double loss = network.loss(batch, scale, tape);
    network.backward(tape);
    return loss;
  }
}
