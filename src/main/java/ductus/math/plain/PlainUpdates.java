package ductus.math.plain;

import ductus.math.AdamConstants;
import ductus.math.RmsPropConstants;
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
  public void clipAndPenalize(
      float[] gradient,
      float[] weights,
      int offset,
      int length,
      float scale,
      float limit,
      float l1,
      float l2) {
    for (int i = offset; i < offset + length; i++) {
      float clipped = Math.min(Math.max(scale * gradient[i], -limit), limit);
      gradient[i] = clipped + l1 * Math.signum(weights[i]) + l2 * weights[i];
    }
  }

  @Override
  public void momentum(
      float[] weights,
      float[] gradient,
      float[] velocity,
      int offset,
      int length,
      float gradientScale,
      float rate,
      float momentum) {
    for (int i = offset; i < offset + length; i++) {
      velocity[i] = momentum * velocity[i] + gradientScale * gradient[i];
      weights[i] -= rate * velocity[i];
    }
  }

  @Override
  public void rmsProp(
      float[] weights,
      float[] gradient,
      float[] square,
      float[] mean,
      float[] change,
      int offset,
      int length,
      float gradientScale,
      float rate,
      RmsPropConstants constants) {
    float decay = constants.decay();
    for (int i = offset; i < offset + length; i++) {
      float g = gradient[i] * gradientScale;
      square[i] = decay * square[i] + (1 - decay) * (g * g);
      mean[i] = decay * mean[i] + (1 - decay) * g;
      // Rounding can leave less than nothing.
      float variance = Math.max(square[i] - mean[i] * mean[i], 0);
      float root = (float) Math.sqrt(variance + constants.epsilon());
      change[i] = constants.momentum() * change[i] - rate * g / root;
      weights[i] += change[i];
    }
  }

  @Override
  public void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      float gradientScale,
      float rate,
      float varianceScale,
      float kept,
      AdamConstants constants) {
    float beta1 = constants.beta1();
    float beta2 = constants.beta2();
    for (int i = offset; i < offset + length; i++) {
      float g = gradient[i] * gradientScale;
      mean[i] = beta1 * mean[i] + (1 - beta1) * g;
      variance[i] = beta2 * variance[i] + (1 - beta2) * (g * g);
      float root = (float) Math.sqrt(variance[i] * varianceScale);
      weights[i] = kept * weights[i] - rate * mean[i] / (root + constants.epsilon());
    }
  }

  @Override
  public void average(float[] average, float[] weights, int offset, int length, float share) {
    for (int i = offset; i < offset + length; i++) {
      average[i] += share * (weights[i] - average[i]);
    }
  }
}
