package ductus.nn;

import java.util.function.DoubleSupplier;

/** Central differences beside a gradient, entry by entry. */
public final class GradientCheck {
  private static final double STEP = 1e-5;
  private static final double RELATIVE = 1e-6;
  private static final double ABSOLUTE = 1e-8;

  private GradientCheck() {}

  /**
   * Checks all entries of one array.
   *
   * @param values moved to and fro, and left as they were
   * @param gradient of the loss with regard to {@code values}
   * @throws AssertionError naming the first entry whose relative error is above 1e-6 and absolute
   *     error above 1e-8
   */
  public static void check(String name, double[] values, double[] gradient, DoubleSupplier loss) {
    if (values.length != gradient.length) {
      throw new AssertionError(
          "%s has %d values but %d gradients".formatted(name, values.length, gradient.length));
    }
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + STEP;
      double above = loss.getAsDouble();
      values[i] = value - STEP;
      double below = loss.getAsDouble();
      values[i] = value;
      double difference = (above - below) / (2 * STEP);
      double error = Math.abs(difference - gradient[i]);
      double size = Math.max(Math.abs(difference), Math.abs(gradient[i]));
      // Written so that NaN fails.
      if (!(error <= ABSOLUTE || error <= RELATIVE * size)) {
        throw new AssertionError(
            "%s[%d]: gradient %.12g, central difference %.12g"
                .formatted(name, i, gradient[i], difference));
      }
    }
  }
}
