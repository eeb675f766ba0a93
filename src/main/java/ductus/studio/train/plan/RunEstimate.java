package ductus.studio.train.plan;

import ductus.task.Training;
import ductus.task.TrainingEstimate;
import ductus.task.TrainingMaterial;
import ductus.train.SpeedTrial;
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
  /** The estimate of a prepared run. */
  static RunEstimate of(Training<?> training, TrainingEstimate estimate) {
    TrainingMaterial material = training.setup().material();
    int epochs = training.setup().config().plan().epochs();
    SpeedTrial.Speed speed = estimate.speed();
    return new RunEstimate(
        training.setup().pieceName(),
        estimate.pieces(),
        estimate.heldOut(),
        material.leftOut().size(),
        training.setup().weights(),
        epochs,
        estimate.neededBytes(),
        estimate.fits(),
        speed == null ? null : epochs * speed.epochSeconds());
  }
}
