package ductus.lab.trial;

import ductus.lab.result.Outcome.Curve;
import ductus.train.TrainingListener.EpochMetrics;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a trial's training went.
 *
 * @param epochs that ended, one at least
 */
public record TrainingHistory(List<EpochMetrics> epochs) {
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /** The epoch with which it ended. */
  public EpochMetrics last() {
    return epochs.get(epochs.size() - 1);
  }

  /** The epoch, the first of them, with the lowest loss of what is held out. */
  public EpochMetrics best() {
    return Collections.min(epochs, Comparator.comparingDouble(EpochMetrics::validationNats));
  }

  /** The loss of what is held out over the updates. */
  public Curve heldOut(String name) {
    return curve(name, EpochMetrics::validationNats);
  }

  /** One of the losses over the updates. */
  public Curve curve(String name, ToDoubleFunction<EpochMetrics> loss) {
    return new Curve(
        name,
        epochs.stream().map(each -> (double) each.updates()).toList(),
        epochs.stream().map(loss::applyAsDouble).toList());
  }
}
