package ductus.train;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.nn.Tape;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Examples to learn from, each epoch in an order of its own.
 *
 * @param <S> what the network sees of them
 */
public final class ExampleBatches<S> implements BatchSource {
  private final TrainingObjective<S> teaching;
  private final TrainingPlan plan;
  private final List<Example<S>> training;
  private final List<S> validation;
  private final Peers peers;
  private int orderedEpoch = -1;
  private List<List<Example<S>>> order = List.of();

  /**
   * Lessons of some examples.
   *
   * @param training at least one
   * @param validation sequences to measure by, at least one with a target
   */
  public ExampleBatches(
      TrainingObjective<S> teaching,
      TrainingPlan plan,
      List<? extends Example<S>> training,
      List<S> validation) {
    this(teaching, plan, training, validation, Peers.NONE);
  }

  private ExampleBatches(
      TrainingObjective<S> teaching,
      TrainingPlan plan,
      List<? extends Example<S>> training,
      List<S> validation,
      Peers peers) {
    if (training.isEmpty() || validation.stream().allMatch(each -> teaching.targets(each) == 0)) {
      throw new IllegalArgumentException(
          "training and validation must have an example each but have %d and %d"
              .formatted(training.size(), validation.size()));
    }
    this.teaching = teaching;
    this.plan = plan;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
    this.peers = peers;
  }

  /** Lessons of sequences that look the same each time. */
  public static <S> ExampleBatches<S> ofSame(
      TrainingObjective<S> teaching, TrainingPlan plan, List<S> training, List<S> validation) {
    return ofSame(teaching, plan, training, validation, Peers.NONE);
  }

  /**
   * Lessons of sequences that look the same each time, on one of some machines.
   *
   * @param peers that share what is measured
   */
  static <S> ExampleBatches<S> ofSame(
      TrainingObjective<S> teaching,
      TrainingPlan plan,
      List<S> training,
      List<S> validation,
      Peers peers) {
    return new ExampleBatches<>(
        teaching,
        plan,
        training.stream().map(each -> new Same<>(each, teaching.length(each))).toList(),
        validation,
        peers);
  }

  /** A sequence that looks the same each time. */
  private record Same<S>(S sequence, int length) implements Example<S> {
    @Override
    public S draw(RandomGenerator random) {
      return sequence;
    }
  }

  @Override
  public int batches() {
    int together = plan.batching().sequences();
    return (training.size() + together - 1) / together;
  }

  @Override
  public Iterator<List<Pass>> updates(int epoch, int batch, long firstUpdate, Tape tape) {
    if (epoch != orderedEpoch) {
      order = order(epoch);
      orderedEpoch = epoch;
    }
    RandomGenerator random = Randomness.of(PlaceRandom.key(plan.seed(), epoch, batch));
    List<S> drawn = order.get(batch).stream().map(example -> example.draw(random)).toList();
    return teaching.updates(drawn, plan.batching()).iterator();
  }

  private List<List<Example<S>>> order(int epoch) {
    return EpochOrder.of(
        training, Example::length, plan.batching().sequences(), plan.seed(), epoch);
  }

  @Override
  public OptionalDouble padding() {
    return OptionalDouble.of(
        EpochOrder.padding(order(0), Example::length, plan.batching().shardSize()));
  }

  @Override
  public Loss heldOut(Tape tape) {
    return Loss.of(
        EpochOrder.byLength(validation, teaching::length, Loss.BATCH),
        group -> teaching.measure(group, tape),
        peers);
  }
}
