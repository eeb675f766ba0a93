package ductus.lab.task;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.train.BatchSource;
import ductus.train.Example;
import ductus.train.ExampleBatches;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a network practices a task: with Adam on sequences that never come again.
 *
 * @param batchSize sequences an update
 * @param updates at most
 * @param checks how often it is measured meanwhile
 * @param heldOut sequences that it is measured by, the same each time
 * @param learningRate the highest
 * @param clipNorm longest gradient
 * @param falling whether the rate falls along half a cosine to a twentieth; else it stays
 */
public record TaskTrainingPlan(
    int batchSize,
    int updates,
    int checks,
    int heldOut,
    double learningRate,
    double clipNorm,
    boolean falling) {
  /** Sets the held-out sequences apart from all others. */
  private static final long HELD_OUT = -1;

  /**
   * A place in a batch that holds another sequence of a task each time.
   *
   * @param lag of all of them
   */
  public record TaskExample(LongLagTask task, int lag) implements Example<SignalSequence> {
    @Override
    public int length() {
      return task.length(lag);
    }

    @Override
    public SignalSequence draw(RandomGenerator random) {
      return task.draw(lag, random);
    }
  }

  public TaskTrainingPlan {
    if (updates < 1 || checks < 1 || checks > updates || heldOut < 1) {
      throw new IllegalArgumentException(
          "practice must have 1 update, 1 held-out sequence and 1 check or more, and no more checks"
              + " than updates, but has updates %d, heldOut %d, checks %d"
                  .formatted(updates, heldOut, checks));
    }
    // Complains about what is wrong with the rest.
    plan(0, batchSize, checks, rate(learningRate, falling), clipNorm);
  }

  /** A plan with the same rate for all updates. */
  public TaskTrainingPlan(
      int batchSize, int updates, int checks, int heldOut, double learningRate, double clipNorm) {
    this(batchSize, updates, checks, heldOut, learningRate, clipNorm, false);
  }

  /** What training is asked to do; an epoch of it ends with a check. */
  public TrainingPlan plan(long seed) {
    return plan(seed, batchSize, checks, rate(learningRate, falling), clipNorm);
  }

  private static LearningRate rate(double highest, boolean falling) {
    return new LearningRate(
        highest, 0, falling ? LearningRate.Shape.COSINE : LearningRate.Shape.CONSTANT);
  }

  private static TrainingPlan plan(
      long seed, int batchSize, int checks, LearningRate rate, double clipNorm) {
    return TrainingPlan.of(checks, seed, new Batching(batchSize, 0), rate)
        .withClipping(Clipping.byNorm(clipNorm));
  }

  /** Sequences of an epoch. */
  public int examples() {
    return updates / checks * batchSize;
  }

  /** What a network learns a task from, by the plan of a seed. */
  public BatchSource lessons(SignalNetwork network, LongLagTask task, int lag, long seed) {
    return lessons(network, task, List.of(lag), seed);
  }

  /**
   * What a network learns a task from at several lags.
   *
   * @param lags that sequences have in turn; those that it is measured by have the last
   */
  public BatchSource lessons(
      SignalNetwork network, LongLagTask task, List<Integer> lags, long seed) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, HELD_OUT));
    int measuredLag = lags.get(lags.size() - 1);
    List<SignalSequence> measured =
        Stream.generate(() -> task.draw(measuredLag, random)).limit(heldOut).toList();
    List<TaskExample> examples =
        IntStream.range(0, examples())
            .mapToObj(i -> new TaskExample(task, lags.get(i % lags.size())))
            .toList();
    return new ExampleBatches<>(new TaskObjective(network), plan(seed), examples, measured);
  }
}
