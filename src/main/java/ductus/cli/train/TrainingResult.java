package ductus.cli.train;

import ductus.cli.console.TrainingWatch;
import ductus.run.RunFolder;
import ductus.task.Training;
import ductus.train.TrainingProgress;
import org.jspecify.annotations.Nullable;

/**
 * What a training run has come to, as JSON has it for every task; without a loss where it was
 * stopped in its first epoch.
 *
 * @param run its folder
 * @param model file of the best model
 * @param task name of what was learned
 * @param pieces that were learned from
 * @param heldOut pieces that were measured by
 * @param weights of the network
 * @param epochs that have ended
 * @param bestEpoch counted from 1; 0 for none
 * @param target what the loss is of, such as {@code token}
 * @param validationNats of the best epoch, a target
 * @param seconds of training
 * @param stopped whether it was stopped before its end
 */
public record TrainingResult(
    String run,
    String model,
    String task,
    int pieces,
    int heldOut,
    long weights,
    int epochs,
    int bestEpoch,
    String target,
    @Nullable Double validationNats,
    double seconds,
    boolean stopped) {
  /** The result of a run that has ended or was stopped. */
  public static TrainingResult of(
      Training<?> training, RunFolder folder, TrainingWatch.Outcome outcome) {
    TrainingProgress progress = outcome.progress();
    return new TrainingResult(
        folder.path().toString(),
        folder.model().toString(),
        training.task(),
        training.setup().material().pieces(),
        training.setup().material().heldOut(),
        training.setup().weights(),
        progress.epoch(),
        progress.bestEpoch(),
        training.setup().material().target(),
        outcome.nats(),
        progress.seconds(),
        outcome.stopped());
  }
}
