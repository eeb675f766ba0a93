package ductus.train;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.nn.Tape;
import ductus.train.plan.TrainingPlan;
import java.util.Iterator;
import java.util.List;
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
    if (training.isEmpty() || validation.stream().allMatch(each -> teaching.targets(each) == 0)) {
      throw new IllegalArgumentException(
          "training and validation must have an example each but have %d and %d"
              .formatted(training.size(), validation.size()));
    }
    this.teaching = teaching;
    this.plan = plan;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
  }

  @Override
  public int batches() {
    int together = plan.batching().sequences();
    return (training.size() + together - 1) / together;
  }

  @Override
  public Iterator<List<Pass>> updates(int epoch, int batch, long firstUpdate, Tape tape) {
    if (epoch != orderedEpoch) {
      order =
          EpochOrder.of(training, Example::length, plan.batching().sequences(), plan.seed(), epoch);
      orderedEpoch = epoch;
    }
    RandomGenerator random = Randomness.of(PlaceRandom.key(plan.seed(), epoch, batch));
    List<S> drawn = order.get(batch).stream().map(example -> example.draw(random)).toList();
    return teaching.updates(drawn, plan.batching()).iterator();
  }

  @Override
  public Loss heldOut(Tape tape) {
    double nats = 0;
    long targets = 0;
    for (List<S> group : EpochOrder.byLength(validation, teaching::length, Loss.BATCH)) {
      Loss loss = teaching.measure(group, tape);
      nats += loss.nats();
      targets += loss.tokens();
    }
    return new Loss(nats, targets);
  }
}
