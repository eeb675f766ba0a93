package ductus.nn.head;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * What a network predicts at each time step, from what its layers put out, and what it loses by it.
 *
 * @param <T> what it should have predicted
 */
public interface Head<T> {
  /** The weights, in a fixed order. */
  List<Parameter> parameters();

  /** Draws first weights. */
  void initialize(RandomGenerator random);

  /** Copies the weights into the kernels' layout; to be called whenever they have changed. */
  void repack(Tape tape);

  /** Whether it must know where each sequence ends; see {@link Tape#pad}. */
  default boolean isOfWholes() {
    return false;
  }

  /**
   * Computes the predictions, as logits where they are probabilities.
   *
   * @param hidden [T×B×H] in whole strips, not modified
   * @return [T×B×N] in whole strips, on the tape
   */
  FMatrixRMaj outputs(FMatrixRMaj hidden, Tape tape);

  /**
   * Computes the loss and leaves its gradient on the tape.
   *
   * @param hidden [T×B×H] in whole strips, not modified
   * @param targets not modified
   * @param scale factor of the gradient, usually one over the number of unmasked targets
   * @return the sum over the unmasked targets
   */
  double loss(FMatrixRMaj hidden, T targets, float scale, Tape tape);

  /**
   * Goes back from the last {@link #loss} and adds to the gradients on the tape.
   *
   * @return the gradient of the hidden states [T×B×H] in whole strips, on the tape
   */
  FMatrixRMaj backward(Tape tape);
}
