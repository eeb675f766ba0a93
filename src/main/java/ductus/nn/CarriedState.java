package ductus.nn;

import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A part of a recurrent layer's state in a run, as it is carried from pass to pass, and its
 * gradient back.
 */
public interface CarriedState {
  /** Floats a sequence, N. */
  int size();

  /** Takes the shape of a pass. */
  void begin();

  /**
   * Reads what stood before the first time step.
   *
   * @param state [B×S], of which this is a part from a column on
   */
  void read(FMatrixRMaj state, int column);

  /** Writes what stands behind the last time step. */
  void write(FMatrixRMaj state, int column);

  /**
   * Starts the way back.
   *
   * @param dState gradient of the states behind the last time step [B×S]; null where it is 0
   */
  void beginBackward(@Nullable FMatrixRMaj dState, int column);

  /** Writes the gradient of what stood before the first time step. */
  void writeGradient(FMatrixRMaj dState, int column);

  /**
   * Adds the gradient of what stood before the first time step, of all sequences.
   *
   * @param dInitial gradient of a state that all sequences begin with [1×S]
   */
  void addGradient(FMatrixRMaj dInitial, int column);
}
