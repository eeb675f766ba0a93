package ductus.run;

import ductus.file.BadFileException;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** A training run that several machines can share, each with a copy of the network. */
public interface ShareableRun extends LearningRun {
  /** All that decides the run, as its folder keeps it, with the digest of what is learned. */
  Object config();

  /** How the network is trained; its shards are what machines share. */
  TrainingPlan plan();

  @Override
  default TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    return run(folder, resume, threads, listener, stop, Peers.NONE);
  }

  /**
   * Trains on one of some machines that train together.
   *
   * @param folder of this machine's own; on each the same files come about in it
   * @param stop asked after each batch; where one machine is to stop, all do
   * @param peers that share the plan's shards
   * @throws java.io.UncheckedIOException if one of them is lost
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
