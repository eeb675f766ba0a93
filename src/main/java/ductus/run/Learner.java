package ductus.run;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A network with all that it takes to train it.
 *
 * @param target what a loss is of, such as {@code token}
 * @param header of the model after an epoch
 */
public record Learner(
    Trainable network,
    TrainingPlan plan,
    BatchSource lessons,
    String target,
    Function<EpochMetrics, ModelHeader<?>> header) {
  /**
   * Trains in a run's folder.
   *
   * @param resume whether to go on from the folder's checkpoint, if there is one
   * @param threads of the engine
   * @param listener told of every batch and epoch
   * @param stop asked after each batch
   */
  public TrainingProgress train(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    return train(folder, resume, threads, listener, stop, Peers.NONE);
  }

  /**
   * The same on one of some machines that train together.
   *
   * @param peers that share the plan's shards
   */
  public TrainingProgress train(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop,
      Peers peers)
      throws BadFileException, DivergenceException, IOException {
    try (Workers workers = new Workers(threads)) {
      Trainer trainer =
          new Trainer(
              network, plan, lessons, folder.checkpoint(), KernelChoice.best(), workers, peers);
      return new RecordedRun(
              folder, trainer, network, target, header, RecordedRun.Sampling.NONE, listener)
          .run(resume, stop);
    }
  }
}
