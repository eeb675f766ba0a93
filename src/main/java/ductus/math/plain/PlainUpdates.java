package ductus.math.plain;

import ductus.math.UpdateKernels;
import ductus.math.UpdateKernels.RmsPropConstants;
import org.ejml.data.FMatrixRMaj;

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
      FMatrixRMaj gradient,
      FMatrixRMaj weights,
      int offset,
      int length,
      float scale,
      Penalty penalty) {
    float limit = penalty.limit();
    for (int i = offset; i < offset + length; i++) {
      float clipped = Math.min(Math.max(scale * gradient.data[i], -limit), limit);
      float weight = weights.data[i];
      gradient.data[i] = clipped + penalty.l1() * Math.signum(weight) + penalty.l2() * weight;
    }
  }

  @Override
  public void momentum(
      MomentumMatrices matrices,
      int offset,
      int length,
      float gradientScale,
      float rate,
      float momentum) {
    float[] velocity = matrices.velocity().data;
    for (int i = offset; i < offset + length; i++) {
      velocity[i] = momentum * velocity[i] + gradientScale * matrices.gradient().data[i];
      matrices.weights().data[i] -= rate * velocity[i];
    }
  }

  @Override
  public void rmsProp(
      RmsPropMatrices matrices,
      int offset,
      int length,
      float gradientScale,
      float rate,
      RmsPropConstants constants) {
    float[] square = matrices.square().data;
    float[] mean = matrices.mean().data;
    float[] change = matrices.change().data;
    float decay = constants.decay();
    for (int i = offset; i < offset + length; i++) {
      float g = matrices.gradient().data[i] * gradientScale;
      square[i] = decay * square[i] + (1 - decay) * (g * g);
      mean[i] = decay * mean[i] + (1 - decay) * g;
      // Rounding can leave less than nothing.
      float spread = Math.max(square[i] - mean[i] * mean[i], 0);
      float root = (float) Math.sqrt(spread + constants.epsilon());
      change[i] = constants.momentum() * change[i] - rate * g / root;
      matrices.weights().data[i] += change[i];
    }
  }

  @Override
  public void adam(
      AdamMatrices matrices, int offset, int length, float gradientScale, AdamRates rates) {
    float[] weights = matrices.weights().data;
    float[] mean = matrices.mean().data;
    float[] variance = matrices.variance().data;
    float beta1 = rates.constants().beta1();
    float beta2 = rates.constants().beta2();
    for (int i = offset; i < offset + length; i++) {
      float g = matrices.gradient().data[i] * gradientScale;
      mean[i] = beta1 * mean[i] + (1 - beta1) * g;
      variance[i] = beta2 * variance[i] + (1 - beta2) * (g * g);
      float root = (float) Math.sqrt(variance[i] * rates.varianceScale());
      weights[i] =
          rates.kept() * weights[i] - rates.rate() * mean[i] / (root + rates.constants().epsilon());
    }
  }

  @Override
  public void average(float[] average, float[] weights, int offset, int length, float share) {
    for (int i = offset; i < offset + length; i++) {
      average[i] += share * (weights[i] - average[i]);
    }
  }
}
