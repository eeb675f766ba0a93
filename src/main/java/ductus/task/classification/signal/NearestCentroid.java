package ductus.task.classification.signal;

import ductus.metric.classification.Labeled;
import ductus.model.signal.SignalSequence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A rule that says the class whose mean is nearest: each thing counts by the means of its numbers
 * over all steps, or in a grid by all of its numbers, and each number in units of its standard
 * deviation.
 */
final class NearestCentroid implements Function<SignalSequence, String> {
  private final TreeMap<String, double[]> means = new TreeMap<>();
  private final double[] deviations;
  private final boolean grid;

  /**
   * Learns from things, one or more.
   *
   * @param grid whether all have as many steps, each with its own meaning
   */
  NearestCentroid(List<Labeled<SignalSequence>> learned, boolean grid) {
    this.grid = grid;
    int size = point(learned.get(0).thing()).length;
    Map<String, Integer> counts = new TreeMap<>();
    double[] sums = new double[size];
    double[] squares = new double[size];
    for (Labeled<SignalSequence> each : learned) {
      double[] point = point(each.thing());
      double[] sum = means.computeIfAbsent(each.label(), label -> new double[size]);
      counts.merge(each.label(), 1, Integer::sum);
      for (int k = 0; k < size; k++) {
        sum[k] += point[k];
        sums[k] += point[k];
        squares[k] += point[k] * point[k];
      }
    }
    counts.forEach(
        (label, count) -> {
          double[] sum = means.getOrDefault(label, sums);
          for (int k = 0; k < size; k++) {
            sum[k] /= count;
          }
        });
    deviations = new double[size];
    for (int k = 0; k < size; k++) {
      double mean = sums[k] / learned.size();
      double variance = squares[k] / learned.size() - mean * mean;
      deviations[k] = variance > 1e-9 ? Math.sqrt(variance) : 1;
    }
  }

  private double[] point(SignalSequence steps) {
    return grid ? all(steps) : mean(steps);
  }

  private static double[] all(SignalSequence steps) {
    int perStep = steps.inputsPerStep();
    double[] all = new double[steps.length() * perStep];
    Arrays.setAll(all, i -> steps.input(i / perStep, i % perStep));
    return all;
  }

  private static double[] mean(SignalSequence steps) {
    double[] mean = new double[steps.inputsPerStep()];
    for (int t = 0; t < steps.length(); t++) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += steps.input(t, k) / steps.length();
      }
    }
    return mean;
  }

  @Override
  public String apply(SignalSequence thing) {
    double[] point = point(thing);
    String best = means.firstKey();
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, double[]> each : means.entrySet()) {
      double distance = 0;
      for (int k = 0; k < point.length; k++) {
        double difference = (point[k] - each.getValue()[k]) / deviations[k];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = each.getKey();
      }
    }
    return best;
  }
}
