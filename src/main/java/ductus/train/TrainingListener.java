package ductus.train;

import java.io.IOException;

/**
 * Is told how a run goes. It must draw no random numbers of the run's. Where the plan has a moving
 * average of weights, the network holds it at the end of an epoch.
 */
public interface TrainingListener {
  /** Does nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * What is known at the end of an epoch.
   *
   * @param epoch counted from 1
   * @param updates since the start of the run
   * @param learningRate of the last update
   * @param trainingNats mean over the epoch, nats per token, with dropout and other noise
   * @param validationNats nats per token on held-out pieces, without
   * @param seconds of training so far
   * @param tokensPerSecond since this process began to train
   */
  record EpochMetrics(
      int epoch,
      long updates,
      double learningRate,
      double trainingNats,
      double validationNats,
      double seconds,
      double tokensPerSecond) {}

  /**
   * Where a run is after an update.
   *
   * @param epoch counted from 1
   * @param epochs planned
   * @param batch batches done in this epoch; those that are accumulated count as one
   * @param batches of an epoch
   * @param updates of the whole run so far
   * @param learningRate of the last update
   * @param nats per token, mean of this epoch so far
   * @param seconds of training so far, without pauses
   * @param tokensPerSecond since this process began to train
   */
  record UpdateReport(
      int epoch,
      int epochs,
      int batch,
      int batches,
      long updates,
      double learningRate,
      double nats,
      double seconds,
      double tokensPerSecond) {
    /** Epochs that are done, with the part of this one. */
    public double epochsDone() {
      return epoch - 1 + (double) batch / batches;
    }
  }

  /**
   * A run goes on from its checkpoint.
   *
   * @param kernels name of those that it was computed with so far; with others it does not end with
   *     the same weights
   */
  default void resumed(String kernels) {}

  /**
   * A run that machines share will not end with the weights that one machine alone would come to.
   *
   * @param reason what they do otherwise
   */
  default void differs(String reason) {}

  /**
   * Hears how far the counting of tokens is, before the first update.
   *
   * @param done sequences, 1 to {@code total}
   */
  default void counted(int done, int total) {}

  /** Hears of an update, after each batch. */
  default void updated(UpdateReport report) {}

  /** Hears of an epoch whose validation loss is the best so far; the network holds its weights. */
  default void improved(EpochMetrics metrics) throws IOException {}

  /** Hears of the end of an epoch, once its checkpoint is on disk, if it is worth one. */
  default void epochEnded(EpochMetrics metrics) throws IOException {}

  /**
   * Whether the run ends behind an epoch although its plan goes on; asked after each epoch, and of
   * the last one before a run goes on. Nothing is lost: it can be resumed.
   */
  default boolean isEnough(EpochMetrics last) {
    return false;
  }
}
