package ductus.train;

import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameSequence;
import ductus.nn.Tape;
import ductus.train.parallel.Peers;
import ductus.train.plan.Batching;
import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * Lessons in predicting the next frame, from sequences that are whole, or in windows with the state
 * carried on, each an update.
 */
public final class FrameBatches {
  private FrameBatches() {}

  /**
   * Lessons of some sequences, on one of some machines that train together.
   *
   * @param plan without accumulation, recomputation and what is for tokens only
   * @param training sequences to learn, at least one
   * @param validation sequences to measure by, at least one
   * @param peers that share what is measured
   */
  public static BatchSource of(
      FrameNetwork network,
      TrainingPlan plan,
      List<FrameSequence> training,
      List<FrameSequence> validation,
      Peers peers) {
    Batching batching = plan.batching();
    if (batching.accumulate() != 1
        || batching.recompute()
        || plan.regularization().labelSmoothing() > 0
        || plan.regularization().scheduledSampling().share() > 0) {
      throw new IllegalArgumentException(
          "accumulation, recomputation, label smoothing and scheduled sampling must be left out"
              + " with independent keys");
    }
    return ExampleBatches.ofSame(SequenceTeaching.of(network), plan, training, validation, peers);
  }

  /** Sequences in the groups that are measured side by side, in the order of their sums. */
  public static List<List<FrameSequence>> groups(List<FrameSequence> sequences) {
    return EpochOrder.byLength(sequences, FrameSequence::length, Loss.BATCH);
  }

  /** The nats of one group, without noise. The network must be packed. */
  public static double nats(FrameNetwork network, List<FrameSequence> group, Tape tape) {
    return SequenceTeaching.of(network).measure(group, tape).nats();
  }
}
