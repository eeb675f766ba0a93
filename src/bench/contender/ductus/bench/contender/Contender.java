package ductus.bench.contender;

/**
 * One side of the comparison: embedding → recurrent layers → linear → softmax with cross-entropy,
 * in 32-bit floats, without dropout; trained with Adam, gradients clipped by their norm.
 */
public interface Contender {
  /** Adam's rate. */
  double LEARNING_RATE = 2e-3;

  /** Longest gradient, as the norm over all weights. */
  double CLIP_NORM = 5;

  /**
   * One update: forward, backward, clip, Adam.
   *
   * @param windows [B×(T+1)] tokens; the target of each step is the token after it
   * @return nats a token
   */
  double train(int[][] windows);

  /**
   * One step of generation, batch size 1: draws from the softmax over the vocabulary, and carries
   * the state on.
   *
   * @param token the one before
   * @return the token that is drawn
   */
  int generate(int token);
}
