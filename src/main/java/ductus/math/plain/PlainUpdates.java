package ductus.math.plain;

import ductus.math.AdamStep;
import ductus.math.UpdateKernels;

/** Passes over weights in scalar loops. */
final class PlainUpdates implements UpdateKernels {
  @Override
  public double sumOfSquares(float[] values, int offset, int length) {
    double sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }

  @Override
  public void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      AdamStep step) {
    for (int i = offset; i < offset + length; i++) {
      float g = gradient[i] * step.gradientScale();
      mean[i] = step.beta1() * mean[i] + (1 - step.beta1()) * g;
      variance[i] = step.beta2() * variance[i] + (1 - step.beta2()) * (g * g);
      float root = (float) Math.sqrt(variance[i] * step.varianceScale());
      weights[i] -= step.rate() * mean[i] / (root + step.epsilon());
    }
  }
}
