package ductus.nn;

import ductus.math.Workers;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A map from sequences to sequences. A layer is causal: what it puts out at a time step depends on
 * inputs up to that step only, so a pass over T steps is the same as T passes over one step with
 * the state carried along.
 */
public interface Layer {
  /** Input size K. */
  int inputSize();

  /** Output size H. */
  int outputSize();

  /** Floats of state a sequence, S; 0 without recurrence. */
  int stateSize();

  /** The weights, in a fixed order. */
  List<Parameter> parameters();

  /** Draws first weights. */
  void initialize(RandomGenerator random);

  /** Copies the weights into the kernels' layout; to be called whenever they have changed. */
  void repack(Workers workers);

  /**
   * Computes the outputs of a batch.
   *
   * @param input [T×B×K], not modified; must stay as it is until the way back is done
   * @return [T×B×H] on the tape, valid until the next pass
   */
  FMatrixRMaj forward(FMatrixRMaj input, Tape tape);

  /**
   * Goes back through the last forward pass, and adds to the gradients of the parameters.
   *
   * @param dOutput [T×B×H], not modified
   * @return the gradient of the input [T×B×K] on the tape
   */
  FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape);
}
