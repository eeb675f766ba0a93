package ductus.task;

import ductus.run.RunFolder;
import ductus.train.TrainingListener;
import ductus.train.parallel.Peers;
import java.util.function.BooleanSupplier;

/**
 * How and where a prepared run is to train.
 *
 * @param folder that gets the run's files
 * @param resume whether to go on from the folder's checkpoint, if there is one
 * @param threads most threads of the engine
 * @param listener told of every batch and epoch
 * @param stop asked after each batch; where one of several machines is to stop, all do
 * @param peers that share the plan's shards
 */
public record TrainingRequest(
    RunFolder folder,
    boolean resume,
    int threads,
    TrainingListener listener,
    BooleanSupplier stop,
    Peers peers) {
  /** A request to train on this machine alone. */
  public TrainingRequest(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop) {
    this(folder, resume, threads, listener, stop, Peers.NONE);
  }
}
