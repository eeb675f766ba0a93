package ductus.ink.geometry;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Numbers of which one asks where they lie, and how far from each other. */
final class Distribution {
  private final double[] sorted;

  Distribution(Collection<Double> numbers) {
    sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Number of the numbers. */
  int size() {
    return sorted.length;
  }

  /** The median of the numbers; null where there are none. */
  @Nullable Double median() {
    return quantile(0.5);
  }

  /** The least number that a share of all does not exceed; null where there are none. */
  @Nullable Double quantile(double share) {
    if (sorted.length == 0) {
      return null;
    }
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** Number of the numbers that are less than a bound. */
  int below(double bound) {
    return (int) Arrays.stream(sorted).filter(each -> each < bound).count();
  }

  /** The mean; 0 where there are no numbers. */
  double mean() {
    return Arrays.stream(sorted).average().orElse(0);
  }

  /** The standard deviation; 0 where there are no numbers. */
  double deviation() {
    double mean = mean();
    return Math.sqrt(
        Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).average().orElse(0));
  }
}
