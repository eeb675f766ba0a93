package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.nn.State;
import ductus.nn.Tape;

/**
 * A pass over tokens.
 *
 * @param network that predicts them
 * @param batch one window of some sequences
 * @param state with which they come into it; holds the final state afterwards
 * @param number of its sequences in an update, the same in all windows
 * @param recompute whether activations are made again on the way back, see {@link Segments}
 */
public record TokenPass(Network network, Batch batch, State state, int number, boolean recompute)
    implements Pass {
  /** The only pass of an update, its activations kept. */
  public TokenPass(Network network, Batch batch, State state) {
    this(network, batch, state, 0, false);
  }

  TokenPass withBatch(Batch other) {
    return new TokenPass(network, other, state, number, recompute);
  }

  @Override
  public int targets() {
    return batch.targetCount();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    if (recompute) {
      return new Segments(network, tape).add(batch, state, scale, seed, noisePass, held);
    }
    tape.begin(batch.time(), batch.size(), state);
    tape.train(seed, noisePass, 0, held);
    double nats = network.loss(batch, scale, tape);
    network.backward(tape, tape::finished);
    return nats;
  }
}
