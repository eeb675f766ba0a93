package ductus.task.classification.signal;

import ductus.metric.classification.Labeled;
import ductus.model.signal.SignalSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * The unit that a network sees a number of a step in.
 *
 * @param mean of what was learned
 * @param deviation standard deviation, above 0
 */
public record InputScale(double mean, double deviation) {
  /** Beyond it a number says no more than that it is far off. */
  private static final double FARTHEST = 10;

  public InputScale {
    if (!Double.isFinite(mean) || !(deviation > 0)) {
      throw new IllegalArgumentException(
          "mean and deviation must be finite and above 0 but were %s and %s"
              .formatted(mean, deviation));
    }
  }

  /** The number in this unit. */
  float of(float number) {
    return (float) Math.max(-FARTHEST, Math.min(FARTHEST, (number - mean) / deviation));
  }

  /** Measures the units of things that are learned, one or more, alike in their numbers a step. */
  static List<InputScale> of(List<Labeled<SignalSequence>> learned) {
    List<InputScale> all = new ArrayList<>();
    for (int k = 0; k < learned.get(0).thing().inputsPerStep(); k++) {
      double sum = 0;
      double squares = 0;
      long count = 0;
      double first = learned.get(0).thing().input(0, k);
      for (Labeled<SignalSequence> each : learned) {
        for (int t = 0; t < each.thing().length(); t++) {
          double from = each.thing().input(t, k) - first;
          sum += from;
          squares += from * from;
          count++;
        }
      }
      double mean = sum / count;
      double variance = squares / count - mean * mean;
      all.add(
          new InputScale(
              first + mean, variance > 0 && Double.isFinite(variance) ? Math.sqrt(variance) : 1));
    }
    return all;
  }
}
