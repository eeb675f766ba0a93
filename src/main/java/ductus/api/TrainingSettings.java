package ductus.api;

import ductus.model.NetworkConfig;
import ductus.task.NetworkSizes;
import ductus.train.plan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a training; what is null is as it is usual for what is learned.
 *
 * <pre>{@code
 * TrainingSettings small = TrainingSettings.seeded(7).withEpochs(20).withHiddenSize(64);
 * }</pre>
 *
 * @param seed decides first weights, order and noise
 * @param epochs most passes over what is learned
 * @param cell of the recurrent layers, such as {@code lstm} or {@code gru}
 * @param layers number of them
 * @param hiddenSize units of a layer
 * @param dropout share of activations dropped behind each layer while training, 0 to below 1
 * @param learningRate at its peak
 * @param batchSize sequences side by side
 */
public record TrainingSettings(
    long seed,
    @Nullable Integer epochs,
    @Nullable String cell,
    @Nullable Integer layers,
    @Nullable Integer hiddenSize,
    @Nullable Double dropout,
    @Nullable Double learningRate,
    @Nullable Integer batchSize) {
  /** Settings that are the usual ones but for the seed. */
  public static TrainingSettings seeded(long seed) {
    return new TrainingSettings(seed, null, null, null, null, null, null, null);
  }

  /** Returns these settings for some epochs. */
  public TrainingSettings withEpochs(int other) {
    return new TrainingSettings(
        seed, other, cell, layers, hiddenSize, dropout, learningRate, batchSize);
  }

  /** Returns these settings with another cell, such as {@code gru}. */
  public TrainingSettings withCell(String other) {
    return new TrainingSettings(
        seed, epochs, other, layers, hiddenSize, dropout, learningRate, batchSize);
  }

  /** Returns these settings with some layers. */
  public TrainingSettings withLayers(int other) {
    return new TrainingSettings(
        seed, epochs, cell, other, hiddenSize, dropout, learningRate, batchSize);
  }

  /** Returns these settings with layers of another size. */
  public TrainingSettings withHiddenSize(int other) {
    return new TrainingSettings(
        seed, epochs, cell, layers, other, dropout, learningRate, batchSize);
  }

  /** Returns these settings with another dropout. */
  public TrainingSettings withDropout(double other) {
    return new TrainingSettings(
        seed, epochs, cell, layers, hiddenSize, other, learningRate, batchSize);
  }

  /** Returns these settings with another learning rate. */
  public TrainingSettings withLearningRate(double other) {
    return new TrainingSettings(seed, epochs, cell, layers, hiddenSize, dropout, other, batchSize);
  }

  /** Returns these settings with batches of another size. */
  public TrainingSettings withBatchSize(int other) {
    return new TrainingSettings(
        seed, epochs, cell, layers, hiddenSize, dropout, learningRate, other);
  }

  /** Returns a network of these settings; the rest is as there. */
  NetworkConfig over(NetworkConfig usual) {
    return new NetworkSizes(cell, layers, hiddenSize, null, dropout, null).over(usual);
  }

  /** Returns a plan of these settings; the rest is as there. */
  TrainingPlan over(TrainingPlan usual) {
    TrainingPlan plan = usual.withSeed(seed);
    if (epochs != null) {
      plan = plan.withEpochs(epochs);
    }
    if (learningRate != null) {
      plan = plan.withLearningRate(plan.learningRate().withPeak(learningRate));
    }
    if (batchSize != null) {
      plan = plan.withBatching(plan.batching().withSize(batchSize));
    }
    return plan;
  }
}
