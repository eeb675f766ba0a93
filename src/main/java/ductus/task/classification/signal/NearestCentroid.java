package ductus.task.classification.signal;

import ductus.metric.classification.Labeled;
import ductus.model.signal.SignalSequence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A rule that says the class whose mean is nearest: each thing counts by the means of its numbers
 * over all steps, and each number in units of its standard deviation.
 */
final class NearestCentroid implements Function<SignalSequence, String> {
  private final TreeMap<String, double[]> means = new TreeMap<>();
  private final double[] deviations;

  /** Learns from things, one or more. */
  NearestCentroid(List<Labeled<SignalSequence>> learned) {
    int size = learned.get(0).thing().inputsPerStep();
    Map<String, Integer> counts = new TreeMap<>();
    double[] sums = new double[size];
    double[] squares = new double[size];
    for (Labeled<SignalSequence> each : learned) {
      double[] point = mean(each.thing());
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
    double[] point = mean(thing);
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
