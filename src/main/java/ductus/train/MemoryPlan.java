package ductus.train;

import ductus.model.NetworkConfig;
import ductus.model.NetworkMemory;
import ductus.model.Sequences;
import ductus.train.parallel.ShardTree;
import ductus.train.plan.Batching;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import java.util.Locale;

/**
 * The memory that a training run needs, known before it starts.
 *
 * @param parameters number of weights
 * @param sequences B of the largest batch, or of a shard of it
 * @param timeSteps T of the largest batch: its longest sequence's, or a window's
 * @param weightBytes the weights themselves
 * @param optimizerBytes what stands beside them from update to update
 * @param gradientBytes their gradients
 * @param packedBytes their copies in the kernels' layout
 * @param activationBytes what is kept of the largest batch, or of a segment that is recomputed
 */
public record MemoryPlan(
    long parameters,
    int sequences,
    int timeSteps,
    long weightBytes,
    long optimizerBytes,
    long gradientBytes,
    long packedBytes,
    long activationBytes) {
  private static final String SMALLER_BATCHES =
      "choose fewer time steps, recompute, or a smaller batch";

  /**
   * Plans a run.
   *
   * @param training sequences to learn
   * @param validation sequences to measure by
   * @throws IllegalArgumentException if a batch has more activations than an array can hold
   */
  public static MemoryPlan of(
      NetworkConfig config, TrainingPlan plan, Sequences training, Sequences validation) {
    NetworkMemory network = NetworkMemory.of(config);
    Batching batching = plan.batching();
    int sequences = Math.min(batching.shardSize(), training.size());
    int accumulated = Math.min(batching.sequences(), training.size());
    int longest = steps(training);
    int timeSteps = batching.timeSteps() == 0 ? longest : Math.min(batching.timeSteps(), longest);
    int kept = batching.recompute() ? RecomputedPass.length(timeSteps) : timeSteps;
    long trained = (long) kept * sequences;
    long measured =
        (long) Math.min(Loss.WINDOW, steps(validation)) * Math.min(Loss.BATCH, validation.size());
    long drawn =
        plan.regularization().scheduledSampling().share() > 0
            ? (long) Math.min(SampledInputs.WINDOW, timeSteps) * sequences
            : 0;
    long rows = Math.max(trained, Math.max(measured, drawn));
    requireIndices("activations", rows * network.widestRow(), sequences, timeSteps);
    long indices = (long) accumulated * timeSteps * (2 + config.featureCount());
    requireIndices("inputs", indices, accumulated, timeSteps);
    long borders = batching.recompute() ? (timeSteps + kept - 1) / kept : 0;
    long activations =
        rows * network.forwardPerRow()
            + trained * network.backwardPerRow()
            + sequences * (network.perSequence() + borders * network.statePerSequence())
            + accumulated * network.statePerSequence()
            + indices;
    return new MemoryPlan(
        network.weights(),
        sequences,
        timeSteps,
        Float.BYTES * network.weights(),
        Float.BYTES * network.weights() * besideWeights(plan),
        Float.BYTES * network.gradients() * (1 + ShardTree.depth(batching.shards())),
        Float.BYTES * network.packed(),
        Float.BYTES * activations);
  }

  /** What a network takes at least, whatever goes through it. */
  public static MemoryPlan ofWeights(long weights, TrainingPlan plan) {
    long bytes = Float.BYTES * weights;
    return new MemoryPlan(
        weights,
        0,
        0,
        bytes,
        bytes * besideWeights(plan),
        bytes * (1 + ShardTree.depth(plan.batching().shards())),
        bytes,
        0);
  }

  /** Returns this plan with other activations. */
  public MemoryPlan withActivations(long bytes) {
    return new MemoryPlan(
        parameters,
        sequences,
        timeSteps,
        weightBytes,
        optimizerBytes,
        gradientBytes,
        packedBytes,
        bytes);
  }

  private static int steps(Sequences sequences) {
    return Math.max(1, sequences.longest() - 1);
  }

  private static int besideWeights(TrainingPlan plan) {
    Regularization regularization = plan.regularization();
    return plan.floatsPerWeight() - 1 + (regularization.weightNoise() > 0 ? 1 : 0);
  }

  private static void requireIndices(String what, long count, int sequences, int timeSteps) {
    if (count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s must be at most %,d numbers in one array but were %,d for batches of %,d × %,d steps: %s"
              .formatted(what, Integer.MAX_VALUE, count, sequences, timeSteps, SMALLER_BATCHES));
    }
  }

  /** A checkpoint while it is written, as one more copy of what has to be kept. */
  public long checkpointBytes() {
    return weightBytes + optimizerBytes;
  }

  /** The bytes of all parts together. */
  public long totalBytes() {
    return besideActivations() + activationBytes;
  }

  private long besideActivations() {
    return weightBytes + optimizerBytes + gradientBytes + packedBytes + checkpointBytes();
  }

  /**
   * Whether a heap has room for it in three quarters; the rest is for the program, for matrices
   * that give way to larger ones, and for gaps between them.
   */
  public boolean fits(long heapBytes) {
    return totalBytes() <= heapBytes - heapBytes / 4;
  }

  /**
   * Checks that a heap has room for it.
   *
   * @throws IllegalArgumentException if it has not; the message names what is too big
   */
  public void requireFits(long heapBytes) {
    if (fits(heapBytes)) {
      return;
    }
    String heap = inWords(heapBytes);
    if (besideActivations() > activationBytes) {
      throw new IllegalArgumentException(
          "%,d weights, with gradients, optimizer and copies, need %s but the heap has %s, three quarters of it for them: choose smaller layers, or give Java more memory with -Xmx"
              .formatted(parameters, inWords(besideActivations()), heap));
    }
    throw new IllegalArgumentException(
        "activations need %s for batches of %,d × %,d steps, and all else %s, but the heap has %s, three quarters of it for them: %s"
            .formatted(
                inWords(activationBytes),
                sequences,
                timeSteps,
                inWords(besideActivations()),
                heap,
                SMALLER_BATCHES));
  }

  /** Bytes as people read them: {@code 31.0 GB}, {@code 512 MB}, {@code 96 KB}. */
  public static String inWords(long bytes) {
    double kilobytes = bytes / 1024.0;
    double megabytes = kilobytes / 1024;
    if (megabytes >= 1024) {
      return String.format(Locale.ROOT, "%,.1f GB", megabytes / 1024);
    }
    return megabytes >= 1
        ? String.format(Locale.ROOT, "%,.0f MB", megabytes)
        : String.format(Locale.ROOT, "%,.0f KB", kilobytes);
  }
}
