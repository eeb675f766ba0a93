package ductus.train;

import ductus.nn.Tape;

/** A batch's way forward and back through a network; an update adds up one or several. */
public interface Pass {
  /** Number of the batch in its update, so that no two have the same noise. */
  int number();

  /** The number of targets that the pass predicts: tokens, pen points, lines. */
  int targets();

  /**
   * Goes forward and back, and adds to the gradients on the tape.
   *
   * @param scale factor of the gradient
   * @param seed of the noise, see {@link Tape#train(long, long, int, boolean)}
   * @param noisePass number of the noise
   * @param held whether the noise is held in time
   * @return the sum of −log probability of the targets, in nats
   */
  double add(float scale, long seed, long noisePass, boolean held, Tape tape);
}
