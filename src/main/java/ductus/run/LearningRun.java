package ductus.run;

import ductus.file.BadFileException;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** A training run that is ready to begin. */
public interface LearningRun {
  /** Pieces to learn from. */
  int pieces();

  /** Pieces to measure by. */
  int heldOut();

  /** What a loss is of: a token, a frame, a pen point. */
  default String target() {
    return "token";
  }

  /** Number of weights of the network. */
  long size();

  /** Memory that it takes beside the pieces, in bytes, where that is much; else 0. */
  default long memoryBytes() {
    return 0;
  }

  /**
   * Checks that the memory suffices.
   *
   * @throws IllegalArgumentException if it does not; the message names what is too big
   */
  void requireMemory();

  /**
   * Trains.
   *
   * @param folder that gets the run's files
   * @param resume whether to go on from the folder's checkpoint, if there is one
   * @param threads most threads of the engine
   * @param listener told of every batch and epoch
   * @param stop asked after each batch
   * @throws IllegalArgumentException if the memory does not suffice; nothing is written then
   */
  TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException;
}
