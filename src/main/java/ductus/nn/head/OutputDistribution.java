package ductus.nn.head;

import ductus.math.Elementary;
import ductus.math.FastExp;

/** How a {@link PointHead} takes a number to come about, given what it puts out for it. */
public enum OutputDistribution {
  /** Off or on: a logit; its loss is the binary cross-entropy, in nats, of a target of 0 to 1. */
  SWITCH(1) {
    @Override
    double loss(float[] outputs, int at, int step, float target, float scale) {
      float logit = outputs[at];
      outputs[at] = scale * (float) (Elementary.sigmoid(logit) - target);
      return Elementary.softplus(logit) - target * (double) logit;
    }
  },

  /** A mean μ and the logarithm of a standard deviation; −log density, in nats. */
  GAUSSIAN(2) {
    @Override
    double loss(float[] outputs, int at, int step, float target, float scale) {
      double log = Math.min(Math.max(outputs[at + step], -LARGEST_LOG), LARGEST_LOG);
      double precision = FastExp.exp(-log);
      double z = (target - outputs[at]) * precision;
      outputs[at] = (float) (-scale * z * precision);
      outputs[at + step] =
          Math.abs(outputs[at + step]) < LARGEST_LOG ? (float) (scale * (1 - z * z)) : 0;
      return z * z / 2 + log + HALF_LOG_2_PI;
    }
  },

  /** A value; the loss is its squared error. */
  SQUARED(1) {
    @Override
    double loss(float[] outputs, int at, int step, float target, float scale) {
      double error = outputs[at] - target;
      outputs[at] = (float) (2 * scale * error);
      return error * error;
    }
  };

  /** Bound of the logarithms of standard deviations, beyond which they have no gradient. */
  public static final double LARGEST_LOG = 10;

  private static final double HALF_LOG_2_PI = 0.9189385332046727;

  private final int parts;

  OutputDistribution(int parts) {
    this.parts = parts;
  }

  /** Outputs for each number. */
  public int parts() {
    return parts;
  }

  /**
   * The loss of one number. Its gradient takes the place of the outputs.
   *
   * @param outputs modified
   * @param at place of its first output
   * @param step from there to the second
   * @param scale factor of the gradient
   */
  abstract double loss(float[] outputs, int at, int step, float target, float scale);
}
