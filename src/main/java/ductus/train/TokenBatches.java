package ductus.train;

import ductus.math.PlaceRandom;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.nn.Tape;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Sequences of tokens, to learn to predict the next one: whole, or in windows with the state
 * carried on.
 */
public final class TokenBatches implements BatchSource {
  private final Network network;
  private final TrainingPlan plan;
  private final Sequences training;
  private final Sequences validation;
  private final Peers peers;
  private int orderedEpoch = -1;

  /** Numbers of sequences. */
  private List<List<Integer>> order = List.of();

  /**
   * Lessons of some sequences.
   *
   * @param training sequences to learn, at least one of two tokens or more
   * @param validation sequences to measure by, at least one of two tokens or more
   */
  public TokenBatches(
      Network network, TrainingPlan plan, List<Sequence> training, List<Sequence> validation) {
    this(network, plan, Sequences.of(training), Sequences.of(validation));
  }

  /** Lessons of sequences that are made when a batch needs them. */
  public TokenBatches(
      Network network, TrainingPlan plan, Sequences training, Sequences validation) {
    this(network, plan, training, validation, Peers.NONE);
  }

  /**
   * Lessons of some sequences, on one of some machines that train together.
   *
   * @param peers that share what is measured
   */
  public TokenBatches(
      Network network, TrainingPlan plan, Sequences training, Sequences validation, Peers peers) {
    requireTargets("training", training);
    requireTargets("validation", validation);
    this.network = network;
    this.plan = plan;
    this.training = training;
    this.validation = validation;
    this.peers = peers;
  }

  private static void requireTargets(String what, Sequences sequences) {
    if (sequences.longest() < 2) {
      throw new IllegalArgumentException(
          "%s must have a sequence of two tokens or more but has %d sequences without one"
              .formatted(what, sequences.size()));
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
    double share =
        plan.regularization()
            .scheduledSampling()
            .at((long) epoch * batches() + batch, (long) plan.epochs() * batches());
    SampledInputs sampled = new SampledInputs(network, tape);
    return new Windows<>(
        order.get(batch).stream().map(training::get).toList(),
        plan.batching(),
        sequence -> sequence.length() - 1,
        network::initialState,
        (some, from, time) -> Batch.window(some, network.config().vocabularySize(), from, time),
        (given, state, number, window) -> {
          long key = PlaceRandom.key(plan.seed(), firstUpdate + window);
          Batch read =
              share == 0 ? given : sampled.mix(given, state, share, PlaceRandom.key(key, number));
          return plan.batching().recompute()
              ? new RecomputedPass(network, read, state, number)
              : new SequencePass<>(network, read, state, number);
        });
  }

  private List<List<Integer>> order(int epoch) {
    return EpochOrder.of(
        numbers(training), training::length, plan.batching().sequences(), plan.seed(), epoch);
  }

  @Override
  public OptionalDouble padding() {
    return OptionalDouble.of(
        EpochOrder.padding(
            order(0), number -> training.length(number) - 1, plan.batching().shardSize()));
  }

  static List<Integer> numbers(Sequences sequences) {
    return IntStream.range(0, sequences.size()).boxed().toList();
  }

  @Override
  public List<Double> gradientByLag(Tape tape) {
    return LagGradients.of(network, training, tape);
  }

  @Override
  public Loss heldOut(Tape tape) {
    return Loss.of(network, validation, tape, peers);
  }
}
