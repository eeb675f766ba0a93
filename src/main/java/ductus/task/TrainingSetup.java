package ductus.task;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.train.BatchSource;
import ductus.train.MemoryPlan;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A training run that a task has made ready: its data is read and split, the shape of its network
 * is known. {@link Training} does the rest.
 *
 * @param <N> kind of network
 */
public interface TrainingSetup<N extends Trainable> {
  /** The configuration of the run, with the digest of what was read. */
  TrainingConfig<?> config();

  /** The material that is learned. */
  TrainingMaterial material();

  /** The name of the pieces that are learned from, for people, such as {@code hands}. */
  default String pieceName() {
    return material().measured();
  }

  /** Number of weights of the network. */
  long weights();

  /** Makes the network, with zero weights. */
  N network();

  /**
   * The batches that a network learns from, and what it is measured by.
   *
   * @param network that {@link #network} made
   * @param peers that share the plan's shards
   */
  BatchSource batches(N network, Peers peers);

  /**
   * What counting how often each token comes says of the pieces held out, in nats a token; what a
   * network must be better than. Empty where nothing is counted.
   *
   * @param listener told how far the counting is; what it throws ends that
   */
  default OptionalDouble countingNats(ReadingListener listener) {
    return OptionalDouble.empty();
  }

  /** The header of the model after an epoch. */
  ModelHeader<?> header(N network, EpochMetrics metrics);

  /**
   * The summary of the training after an epoch, for the header of the model.
   *
   * @param program version of Ductus
   * @param corpus what is learned, for people
   */
  default ModelHeader.TrainingSummary summary(String program, String corpus, EpochMetrics metrics) {
    return new ModelHeader.TrainingSummary(
        program, corpus, null, config().plan().seed(), metrics.epoch(), metrics.validationNats());
  }

  /** The memory that the run needs, as far as it can be known before. */
  default MemoryPlan memory() {
    return MemoryPlan.ofWeights(weights(), config().plan());
  }

  /** The number of threads that are of use to the engine, of so many. */
  default int threads(int most) {
    Integer hiddenSize = config().sizes().hiddenSize();
    int shard = config().plan().batching().shardSize();
    return hiddenSize == null ? 1 : ThreadCount.of(hiddenSize, shard, most);
  }

  /** Writes what the run's folder has besides what every run has, before the first update. */
  default void begin(RunFolder folder) throws IOException {}

  /** Sets first weights other than those drawn at random, such as another model's. */
  default void setFirstWeights(N network) {}

  /** Writes a sample of what the network does to the run's folder, if one is due at this epoch. */
  default void sample(N network, EpochMetrics metrics, RunFolder folder, Workers workers)
      throws IOException {}

  /** Completes the model when the training has ended or was stopped; there may be none yet. */
  default void complete(RunFolder folder, TrainingProgress progress, Workers workers)
      throws BadFileException, IOException {}

  /** Fields of the run's JSON result that only this task has, by their names. */
  default Map<String, Object> facts() {
    return Map.of();
  }

  /**
   * Examines the best model of a run that went to its end, beyond its loss.
   *
   * @param model its file
   */
  default Report examine(Path model) throws BadFileException, IOException {
    return Report.NONE;
  }
}
