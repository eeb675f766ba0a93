package ductus.nn.attention;

import ductus.math.FastExp;

/**
 * One component of a window over the positions of a text: exp(h − β·d²) with d = u + ½ − κ, as far
 * as β·d² is below a depth. Neighbors have a ratio that changes by the same factor from one to the
 * next, so three exponentials make a bell of any width.
 */
final class GaussianWindow {
  private double[] values = {};
  private double center;
  private int from;
  private int to;
  private double sum;
  private double first;
  private double second;

  /**
   * Computes the values.
   *
   * @param logHeight h
   * @param sharpness β, above 0
   * @param center κ
   * @param positions there is no value at and behind this one
   * @param depth largest β·d²; below 0 there are no values
   */
  void compute(double logHeight, double sharpness, double center, int positions, double depth) {
    if (values.length < positions) {
      values = new double[positions];
    }
    this.center = center;
    double middle = center - 0.5;
    double radius = Math.sqrt(depth / sharpness);
    from = (int) Math.max(0, Math.ceil(middle - radius));
    to = (int) Math.min(positions, Math.floor(middle + radius) + 1);
    if (depth < 0 || from >= to) {
      to = from;
      return;
    }
    int top = Math.max(from, Math.min(to - 1, (int) Math.rint(middle)));
    double d = top - middle;
    double value = FastExp.exp(logHeight - sharpness * d * d);
    double right = FastExp.exp(-sharpness * (1 + 2 * d));
    double left = FastExp.exp(-sharpness * (1 - 2 * d));
    double change = right * left;
    values[top] = value;
    double ratio = right;
    double next = value;
    for (int u = top + 1; u < to; u++) {
      next *= ratio;
      ratio *= change;
      values[u] = next;
    }
    ratio = left;
    next = value;
    for (int u = top - 1; u >= from; u--) {
      next *= ratio;
      ratio *= change;
      values[u] = next;
    }
  }

  /** Adds the values to an array that begins, with position 0, at an offset. */
  void addTo(float[] weights, int offset) {
    for (int u = from; u < to; u++) {
      weights[offset + u] += (float) values[u];
    }
  }

  /** Sums up the values times a factor each, from an offset, and that times d and d². */
  void weigh(float[] factors, int offset) {
    sum = 0;
    first = 0;
    second = 0;
    for (int u = from; u < to; u++) {
      double weight = factors[offset + u] * values[u];
      double d = u + 0.5 - center;
      sum += weight;
      first += weight * d;
      second += weight * d * d;
    }
  }

  /** Σ factor·value. */
  double sum() {
    return sum;
  }

  /** Σ factor·value·d. */
  double first() {
    return first;
  }

  /** Σ factor·value·d². */
  double second() {
    return second;
  }
}
