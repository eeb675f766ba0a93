package ductus.model;

import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import java.util.function.Consumer;

/**
 * A network that learns from batches of sequences.
 *
 * @param <B> the batches
 */
public interface Teachable<B extends SequenceBatch<?, ?>> extends Trainable {
  /** Whether sequences must be there whole, not in windows of time. */
  boolean isOfWholes();

  /** The state before the first time step for a batch: zero, unless it was learned. */
  State initialState(int batchSize);

  /**
   * Begins a pass over a batch.
   *
   * @param state with which the sequences come into it; holds the final state afterwards
   */
  void begin(B batch, State state, Tape tape);

  /** Begins a pass over a batch at the beginning of its sequences. */
  default void begin(B batch, Tape tape) {
    begin(batch, initialState(batch.size()), tape);
  }

  /**
   * Turns noise on for the pass that was begun; see {@link Tape#train(long, long, int, boolean)}.
   */
  default void train(long seed, long pass, boolean held, Tape tape) {
    tape.train(seed, pass, 0, held);
  }

  /**
   * Runs over a batch and computes its loss; the tape must have begun with it.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum over the targets that there are
   */
  double loss(B batch, float scale, Tape tape);

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  default void backward(Tape tape) {
    backward(tape, done -> {});
  }

  /**
   * Goes back from the last {@link #loss}, and tells how far it is.
   *
   * @param finished told of parameters whose gradients are final, part by part from the last, maybe
   *     not of all
   */
  void backward(Tape tape, Consumer<List<Parameter>> finished);
}
