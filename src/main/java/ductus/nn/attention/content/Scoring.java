package ductus.nn.attention.content;

import org.ejml.data.FMatrixRMaj;

/** One run's part of a score: how well a question fits each vector of a context. */
interface Scoring {
  /** Takes the context there is to see, see {@link ContentAttention#attend}. */
  void attend(FMatrixRMaj context, int[] lengths);

  /**
   * Computes the scores of a row, a sequence at a time step.
   *
   * @param questions q [T×B×A] in whole strips, not modified
   * @param scores e [T×B×U], the row modified as far as the sequence has positions
   */
  void score(int sequence, int row, FMatrixRMaj questions, FMatrixRMaj scores);

  /**
   * Starts the way back at the end.
   *
   * @param questions q; each becomes its gradient
   * @param dScores gradient of the scores at the time step at hand [B×U], not modified
   * @param dContext [U×B×C] in whole strips, added to
   */
  void beginBackward(FMatrixRMaj questions, FMatrixRMaj dScores, FMatrixRMaj dContext);

  /** Goes back through the scores of a row, a sequence at a time step. */
  void back(int sequence, int row);

  /** Ends the way back: adds to the gradients of its own weights, and of the context. */
  void finishBackward(FMatrixRMaj dContext);
}
