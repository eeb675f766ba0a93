package ductus.train;

import ductus.model.frame.FrameBatch;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameSequence;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.train.parallel.Peers;
import ductus.train.plan.Batching;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Sequences of frames, to learn to predict the next one: whole, or in windows with the state
 * carried on, each an update.
 */
public final class FrameBatches implements BatchSource {
  private final FrameNetwork network;
  private final TrainingPlan plan;
  private final List<FrameSequence> training;
  private final List<FrameSequence> validation;
  private final Peers peers;
  private int orderedEpoch = -1;
  private List<List<FrameSequence>> order = List.of();

  /**
   * Lessons of some sequences.
   *
   * @param plan without accumulation, recomputation and what is for tokens only
   * @param training sequences to learn, at least one
   * @param validation sequences to measure by, at least one
   */
  public FrameBatches(
      FrameNetwork network,
      TrainingPlan plan,
      List<FrameSequence> training,
      List<FrameSequence> validation) {
    this(network, plan, training, validation, Peers.NONE);
  }

  /**
   * The same on one of some machines that train together.
   *
   * @param peers that share what is measured
   */
  public FrameBatches(
      FrameNetwork network,
      TrainingPlan plan,
      List<FrameSequence> training,
      List<FrameSequence> validation,
      Peers peers) {
    if (training.isEmpty() || validation.isEmpty()) {
      throw new IllegalArgumentException(
          "training and validation must have a sequence each but have %d and %d"
              .formatted(training.size(), validation.size()));
    }
    Batching batching = plan.batching();
    if (batching.accumulate() != 1
        || batching.recompute()
        || plan.regularization().labelSmoothing() > 0
        || plan.regularization().scheduledSampling().share() > 0) {
      throw new IllegalArgumentException(
          "accumulation, recomputation, label smoothing and scheduled sampling must be left out with"
              + " independent keys");
    }
    this.network = network;
    this.plan = plan;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
    this.peers = peers;
  }

  @Override
  public int batches() {
    int size = plan.batching().size();
    return (training.size() + size - 1) / size;
  }

  @Override
  public Iterator<List<FramePass>> updates(int epoch, int batch, long firstUpdate, Tape tape) {
    if (epoch != orderedEpoch) {
      order =
          EpochOrder.of(
              training, FrameSequence::length, plan.batching().size(), plan.seed(), epoch);
      orderedEpoch = epoch;
    }
    List<FrameSequence> sequences = order.get(batch);
    int asked = plan.batching().timeSteps();
    int window = asked == 0 ? Integer.MAX_VALUE : asked;
    List<List<FramePass>> updates = new ArrayList<>();
    int shard = plan.batching().shardSize();
    for (int from = 0; from < sequences.size(); from += shard) {
      int number = from / shard;
      List<FrameSequence> part = sequences.subList(from, Math.min(from + shard, sequences.size()));
      State state = network.initialState(part.size());
      List<FrameBatch> windows = windows(part, window);
      for (int i = 0; i < windows.size(); i++) {
        if (updates.size() == i) {
          updates.add(new ArrayList<>());
        }
        updates.get(i).add(new FramePass(network, windows.get(i), state, number));
      }
    }
    return updates.iterator();
  }

  private static List<FrameBatch> windows(List<FrameSequence> sequences, int window) {
    int steps = sequences.stream().mapToInt(FrameSequence::length).max().orElseThrow();
    List<FrameBatch> windows = new ArrayList<>();
    for (int from = 0; from < steps; from += Math.min(window, steps - from)) {
      windows.add(new FrameBatch(sequences, from, Math.min(window, steps - from)));
    }
    return windows;
  }

  @Override
  public Loss heldOut(Tape tape) {
    return loss(network, validation, tape, peers);
  }

  /** Measures without noise; the network must be packed. Tokens are frames here. */
  public static Loss loss(FrameNetwork network, List<FrameSequence> sequences, Tape tape) {
    return loss(network, sequences, tape, Peers.NONE);
  }

  private static Loss loss(
      FrameNetwork network, List<FrameSequence> sequences, Tape tape, Peers peers) {
    double nats = Loss.sum(groups(sequences), group -> nats(network, group, tape), peers);
    return new Loss(nats, sequences.stream().mapToLong(FrameSequence::length).sum());
  }

  /** Sequences in the groups that are measured side by side, in the order of their sums. */
  public static List<List<FrameSequence>> groups(List<FrameSequence> sequences) {
    return EpochOrder.byLength(sequences, FrameSequence::length, Loss.BATCH);
  }

  /** The nats of one group, without noise. The network must be packed. */
  public static double nats(FrameNetwork network, List<FrameSequence> group, Tape tape) {
    double nats = 0;
    State state = network.initialState(group.size());
    for (FrameBatch window : windows(group, Loss.WINDOW)) {
      tape.begin(window.time(), window.size(), state);
      nats += network.loss(window, 1, tape);
    }
    return nats;
  }
}
