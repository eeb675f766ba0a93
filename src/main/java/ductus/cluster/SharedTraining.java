package ductus.cluster;

import ductus.file.BadFileException;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.BooleanSupplier;

/**
 * A training run that machines share: what it takes to make, on each of them, a replica that trains
 * with its peers. All it reads must be where all machines see it, under the same path.
 */
public interface SharedTraining extends Serializable {
  /** Equal parts of a batch; the most machines that are of use. */
  int shards();

  /**
   * Reads on one machine what is learned.
   *
   * @throws IllegalArgumentException if the memory does not suffice; the message names what is too
   *     big
   */
  Replica prepare() throws BadFileException, IOException;

  /** The run on one machine, ready to begin. */
  @FunctionalInterface
  interface Replica {
    /**
     * Trains.
     *
     * @param folder that gets this machine's files; the same come about on each
     * @param resume whether to go on from the folder's checkpoint, if there is one
     * @param threads most threads of the engine
     * @param listener told of every batch and epoch
     * @param stop asked after each batch; where one machine is to stop, all do
     * @param peers that share the shards
     */
    TrainingProgress run(
        RunFolder folder,
        boolean resume,
        int threads,
        TrainingListener listener,
        BooleanSupplier stop,
        Peers peers)
        throws BadFileException, DivergenceException, IOException;
  }
}
