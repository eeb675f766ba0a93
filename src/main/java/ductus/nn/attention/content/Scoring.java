package ductus.nn.attention.content;

import org.ejml.data.FMatrixRMaj;

/** One run's part of a score: how well a question fits each vector of a context. */
interface Scoring {
  /** Takes what there is to see, see {@link ContentAttention#attend}. */
  void attend(FMatrixRMaj context, int[] lengths);

  /**
   * Computes a sequence's scores at a time step.
   *
   * @param question q [A] in whole strips from an offset, not modified
   * @param scores e from an offset, modified as far as the sequence has positions
   */
  void score(int sequence, float[] question, int questionOffset, float[] scores, int scoresOffset);

  /** Starts the way back at the end. */
  void beginBackward();

  /**
   * Goes back through a sequence's scores at a time step.
   *
   * @param question in; out: its gradient
   * @param dScores gradient of the scores, not modified
   * @param dContext [U×B×C] in whole strips, the sequence's rows added to
   */
  void back(
      int sequence, float[] question, int questionOffset, float[] dScores, FMatrixRMaj dContext);

  /** Ends the way back: adds to the gradients of its own weights, and of the context. */
  void finishBackward(FMatrixRMaj dContext);
}
