package ductus.model.signal;

import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** What stands on top of a network of signals. */
interface SignalHead {
  List<Parameter> parameters();

  void initialize(RandomGenerator random);

  void repack(Tape tape);

  /** What the head says [T×B×·] in whole strips, on the tape. */
  FMatrixRMaj outputs(FMatrixRMaj hidden, Tape tape);

  /**
   * Computes the loss and leaves its gradient on the tape.
   *
   * @param targets [T×B×·], NaN where absent
   * @param scale factor of the gradient
   */
  double loss(FMatrixRMaj hidden, float[] targets, float scale, Tape tape);

  /** The gradient of the hidden states of the last loss. */
  FMatrixRMaj backward(Tape tape);
}
