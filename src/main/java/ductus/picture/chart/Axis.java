package ductus.picture.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A scale with round numbers on it: steps of 1, 2 or 5 times a power of ten.
 *
 * @param min value at its beginning, a multiple of the step
 * @param max value at its end, likewise
 * @param step between two labels
 */
record Axis(double min, double max, double step) {
  private static final double HIGHEST = 1e12;

  /**
   * An axis that holds both values, with about so many labels.
   *
   * @param whole whether only whole numbers make sense
   */
  static Axis over(double low, double high, int labels, boolean whole) {
    if (!(Math.abs(low) <= HIGHEST) || !(Math.abs(high) <= HIGHEST) || low > high) {
      throw new IllegalArgumentException(
          "values of a chart must be within ±1e12 but were " + low + " to " + high);
    }
    double range = high - low;
    if (range <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
      range = Math.max(Math.abs(high) * 0.2, whole ? 1 : 1e-6);
    }
    double rough = range / labels;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
    double ratio = rough / power;
    double step = power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
    if (whole) {
      step = Math.max(1, step);
    }
    double min = Math.floor(low / step + 1e-9) * step;
    double max = Math.ceil(high / step - 1e-9) * step;
    return new Axis(min, max > min ? max : min + step, step);
  }

  /** The coordinate of a value, between those of both ends. */
  double place(double value, double from, double to) {
    return from + (value - min) / (max - min) * (to - from);
  }

  /** The values that have labels, both ends among them. */
  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    long count = Math.round((max - min) / step);
    for (long i = 0; i <= count; i++) {
      marks.add(min + i * step);
    }
    return marks;
  }

  /** The label of a value, with as many decimals as the step needs. */
  String label(double mark) {
    return plain(mark, (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9)));
  }

  /** A number written without an exponent. */
  static String plain(double mark, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(mark).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0
        ? BigDecimal.ZERO.setScale(decimals).toPlainString()
        : rounded.toPlainString();
  }
}
