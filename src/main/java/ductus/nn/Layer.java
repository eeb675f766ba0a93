package ductus.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A map from sequences to sequences. A layer is causal, unless it goes over them in both
 * directions: what it puts out at a time step depends on inputs up to that step only, so a pass
 * over T steps is the same as T passes over one step with the state carried along.
 *
 * @param <I> what goes in: a matrix [T×B×K], or the {@link Indices} of tokens
 */
public interface Layer<I> {
  /** Output size H. */
  int outputSize();

  /** Floats of state a sequence, S; 0 without recurrence. */
  default int stateSize() {
    return 0;
  }

  /** Writes the state before the first time step [B×S]: zeros, unless it was learned. */
  default void initializeState(FMatrixRMaj state) {
    state.zero();
  }

  /** The weights, in a fixed order. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Draws first weights. */
  default void initialize(RandomGenerator random) {}

  /**
   * Copies the weights into the kernels' layout; to be called whenever they have changed.
   *
   * @param tape whose kernels and threads do it; any tape of the same kernels can run the layer
   *     then
   */
  default void repack(Tape tape) {}

  /**
   * Computes the outputs of a batch.
   *
   * @param input not modified; must stay as it is until the way back is done
   * @return [T×B×H] in whole strips, on the tape, valid until the next pass
   */
  FMatrixRMaj forward(I input, Tape tape);

  /**
   * Goes back through the last forward pass, and adds to the gradients of the parameters.
   *
   * @param dOutput [T×B×H] in whole strips, not modified
   * @return the gradient of the input [T×B×K] in whole strips, on the tape; without rows where the
   *     input is tokens
   */
  FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape);
}
