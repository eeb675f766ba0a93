package ductus.train;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.nn.Tape;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Sequences to learn to tag, whole, each epoch in an order of its own. */
public final class TaggingLessons implements Lessons {
  private final TaggingNetwork network;
  private final TrainingPlan plan;
  private final List<TaggingExample> training;
  private final List<TagSequence> validation;
  private int orderedEpoch = -1;
  private List<List<TaggingExample>> order = List.of();

  /**
   * Lessons of some examples.
   *
   * @param training at least one
   * @param validation sequences to measure by, at least one with a label
   */
  public TaggingLessons(
      TaggingNetwork network,
      TrainingPlan plan,
      List<? extends TaggingExample> training,
      List<TagSequence> validation) {
    if (training.isEmpty() || validation.stream().allMatch(each -> each.labelled() == 0)) {
      throw new IllegalArgumentException(
          "training and validation must have an example each but have %d and %d"
              .formatted(training.size(), validation.size()));
    }
    this.network = network;
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
  public Iterator<List<TaggingPass>> updates(int epoch, int batch, long firstUpdate, Tape tape) {
    if (epoch != orderedEpoch) {
      order =
          EpochOrder.of(
              training, TaggingExample::length, plan.batching().sequences(), plan.seed(), epoch);
      orderedEpoch = epoch;
    }
    RandomGenerator random = Randomness.of(PlaceRandom.key(plan.seed(), epoch, batch));
    List<TagSequence> drawn =
        order.get(batch).stream().map(example -> example.draw(random)).toList();
    List<TaggingPass> passes = new ArrayList<>();
    int size = plan.batching().size();
    for (int from = 0; from < drawn.size(); from += size) {
      List<TagSequence> some = drawn.subList(from, Math.min(from + size, drawn.size()));
      passes.add(new TaggingPass(network, new TagBatch(some), from / size));
    }
    return List.of(passes).iterator();
  }

  @Override
  public Loss heldOut(Tape tape) {
    double nats = 0;
    long labels = 0;
    for (List<TagSequence> group :
        EpochOrder.byLength(validation, TagSequence::length, Loss.BATCH)) {
      TagBatch batch = new TagBatch(group);
      network.begin(batch, tape);
      nats += network.loss(batch, 1, tape);
      labels += batch.labelled();
    }
    return new Loss(nats, labels);
  }
}
