package ductus.bench.measure;

import java.util.List;

/** Several measurements of the same thing. */
public record RepeatedMeasurement(double median, double least, double most) {
  /**
   * Sums up measurements.
   *
   * @param values one or more
   */
  public static RepeatedMeasurement of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("measurements must be 1 or more but were 0");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new RepeatedMeasurement(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
