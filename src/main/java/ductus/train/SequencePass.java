package ductus.train;

import ductus.model.SequenceBatch;
import ductus.model.Teachable;
import ductus.nn.State;
import ductus.nn.Tape;

/**
 * A pass over sequences.
 *
 * @param network that learns them
 * @param batch whole sequences, or one window of them
 * @param state with which they come into it; holds the final state afterwards
 * @param number of the batch in its update
 * @param <B> kind of batch
 */
public record SequencePass<B extends SequenceBatch<?, ?>>(
    Teachable<? super B> network, B batch, State state, int number) implements Pass {
  /** A pass over whole sequences. */
  public SequencePass(Teachable<? super B> network, B batch, int number) {
    this(network, batch, network.initialState(batch.size()), number);
  }

  @Override
  public int targets() {
    return batch.targetCount();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    network.begin(batch, state, tape);
    network.train(seed, noisePass, held, tape);
    double nats = network.loss(batch, scale, tape);
    network.backward(tape, tape.finishing());
    return nats;
  }

  /** The loss of whole sequences, without noise and without going back. */
  public Loss measure(Tape tape) {
    network.begin(batch, tape);
    return new Loss(network.loss(batch, 1, tape), batch.targetCount());
  }
}
