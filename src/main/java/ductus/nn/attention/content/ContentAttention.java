package ductus.nn.attention.content;

import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import org.ejml.data.FMatrixRMaj;

/**
 * An attention whose vector is a mean of the context's, each weighed by a score e(u) of how well it
 * fits the hidden state of the time step:
 *
 * <pre>
 *   a(u) = exp(e(u)) / Σ exp(e(u′))        w = Σ a(u)·c(u)
 * </pre>
 *
 * <p>The sums run over a sequence's own positions. Who uses it says first what there is to see,
 * with {@link #attend}. The layer feeds w back into its next step (Luong et al. 2015, §3.3).
 */
public interface ContentAttention extends Attention {
  /**
   * Says what there is to see in the passes to come.
   *
   * @param context vectors [U×B×C] in whole strips, not modified; must stay as they are until the
   *     way back is done
   * @param lengths positions of each sequence, 1 to U [B]; not copied
   */
  void attend(FMatrixRMaj context, int[] lengths, Tape tape);

  /**
   * The gradient of the last pass's context [U×B×C] in whole strips, on the tape, once the way back
   * is done; without it the way back is not complete, since some weights belong to the context.
   */
  FMatrixRMaj contextGradient(Tape tape);

  /** The weights a of the last pass [T×B×U], on the tape; 0 behind a sequence's positions. */
  FMatrixRMaj weights(Tape tape);
}
