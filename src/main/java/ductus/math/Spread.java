package ductus.math;

import java.util.List;

/**
 * The mean and the standard deviation of the values of some seeds.
 *
 * @param count of values that are numbers
 * @param mean of them; NaN without any
 * @param deviation standard deviation of them, with n − 1; 0 for a single one
 */
public record Spread(int count, double mean, double deviation) {
  /** The spread of those values that are numbers. */
  public static Spread of(List<Double> values) {
    List<Double> numbers = values.stream().filter(Double::isFinite).toList();
    int count = numbers.size();
    double sum = 0;
    for (double value : numbers) {
      sum += value;
    }
    double mean = count == 0 ? Double.NaN : sum / count;
    double squares = 0;
    for (double value : numbers) {
      squares += (value - mean) * (value - mean);
    }
    return new Spread(count, mean, count < 2 ? 0 : Math.sqrt(squares / (count - 1)));
  }
}
