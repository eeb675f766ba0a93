package ductus.task.classification.signal;

import ductus.metric.classification.Labeled;
import ductus.model.signal.SignalSequence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A rule that says the class whose mean is nearest: each thing counts by a summary of some numbers,
 * such as the means of all its steps, and each number in units of its standard deviation.
 */
final class NearestCentroid implements Function<SignalSequence, String> {
  private final TreeMap<String, double[]> means = new TreeMap<>();
  private final double[] deviations;
  private final Function<SignalSequence, double[]> summary;

  /** Learns from things, one or more, of whose summaries each has as many numbers. */
  NearestCentroid(
      List<Labeled<SignalSequence>> learned, Function<SignalSequence, double[]> summary) {
    this.summary = summary;
    int size = summary.apply(learned.get(0).thing()).length;
    Map<String, Integer> counts = new TreeMap<>();
    double[] sums = new double[size];
    double[] squares = new double[size];
    for (Labeled<SignalSequence> each : learned) {
      double[] point = summary.apply(each.thing());
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

  @Override
  public String apply(SignalSequence thing) {
    double[] point = summary.apply(thing);
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
