package ductus.studio.train.plan;

import ductus.task.TrainingEstimate;
import ductus.train.DivergenceException;
import org.jspecify.annotations.Nullable;

/**
 * What a run would take on this machine.
 *
 * @param what the pieces are, such as {@code passages}
 * @param pieces to learn from
 * @param heldOut pieces to measure by
 * @param leftOut files that hold nothing of the kind
 * @param weights of the network
 * @param epochs at most
 * @param bytes of memory
 * @param fits whether there are as many
 * @param seconds of all epochs, measured by a few updates; null where the memory does not suffice
 */
public record RunEstimate(
    String what,
    int pieces,
    int heldOut,
    int leftOut,
    long weights,
    int epochs,
    long bytes,
    boolean fits,
    @Nullable Double seconds) {

  /** The estimate of a run that learns tokens. */
  static RunEstimate of(
      String what,
      TrainingEstimate estimate,
      int leftOut,
      long weights,
      long tokensOfAnEpoch,
      int epochs) {
    Double speed = estimate.targetsPerSecond();
    return new RunEstimate(
        what,
        estimate.pieces(),
        estimate.heldOut(),
        leftOut,
        weights,
        epochs,
        estimate.neededBytes(),
        estimate.fits(),
        speed == null ? null : epochs * (tokensOfAnEpoch / speed));
  }

  static IllegalArgumentException unlearnable(DivergenceException broken) {
    return new IllegalArgumentException(
        "this cannot be learned: " + broken.getMessage() + "; choose another recipe", broken);
  }
}
