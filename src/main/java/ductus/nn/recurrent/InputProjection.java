package ductus.nn.recurrent;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The input of a recurrent layer and what it adds to the pre-activations: x·W. Holds W; what
 * belongs to a run is in a {@link Run}.
 *
 * @param <I> what goes in
 */
public interface InputProjection<I> {
  /** The weights, in a fixed order. */
  List<Parameter> parameters();

  /** Draws first weights, W within the bound. */
  void initialize(double bound, RandomGenerator random);

  /** Copies a thread's part of the weights into the kernels' layout. */
  void repack(Kernels kernels, int slice, Workers crew);

  /**
   * Opens a workspace on a tape.
   *
   * @param preActivations [T×B×G·H] interleaved, added to; on the way back their gradient stands
   *     there
   */
  Run<I> open(FMatrixRMaj preActivations, Tape tape);

  /**
   * One run's part of a feed. Groups are those of the layer's {@link ductus.math.GateLayout}; each
   * thread works on its own.
   *
   * @param <I> what goes in
   */
  interface Run<I> {
    /** Takes the input of a pass; the tape has its shape. */
    void begin(I input);

    /** Adds the products of some rows to the pre-activations. */
    void project(int fromRow, int rows, int fromGroup, int toGroup);

    /**
     * Starts the way back.
     *
     * @return the gradient of the input [T×B×K] in whole strips, which {@link #inputGradient}
     *     fills; without rows where the input is tokens
     */
    FMatrixRMaj beginBackward();

    /** Adds to the gradient of W, the columns of some groups, which went back before. */
    void backward(int fromGroup, int toGroup);

    /** Computes a thread's part of the input's gradient; all groups went back before. */
    void inputGradient(int slice, Workers crew);
  }
}
