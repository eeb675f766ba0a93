package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;
import static ductus.math.vector.Lanes.load;
import static ductus.math.vector.Lanes.multiplyAdd;

import ductus.math.UpdateKernels;
import ductus.math.UpdateKernels.AdamConstants;
import ductus.math.UpdateKernels.RmsPropConstants;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.ejml.data.FMatrixRMaj;

/**
 * Passes over weights in vectors; reductions as {@link VectorRows} says. What is left behind the
 * last whole vector goes one by one, with the same roundings: masked loads and stores take several
 * times as long where masks are no registers.
 */
final class VectorUpdates implements UpdateKernels {
  @Override
  public double sumOfSquares(float[] values, int offset, int length) {
    double sum = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partial = FloatVector.zero(SPECIES);
      int i = part;
      for (; i + WIDTH <= length; i += PARTS) {
        FloatVector x = load(values, offset + i);
        partial = multiplyAdd(x, x, partial);
      }
      if (i < length) {
        FloatVector x =
            FloatVector.fromArray(SPECIES, values, offset + i, SPECIES.indexInRange(i, length));
        partial = multiplyAdd(x, x, partial);
      }
      sum = addInOrder(sum, partial);
    }
    return sum;
  }

  @Override
  public void clipAndPenalize(
      FMatrixRMaj gradientMatrix,
      FMatrixRMaj weightMatrix,
      int offset,
      int length,
      float scale,
      Penalty penalty) {
    float[] gradient = gradientMatrix.data;
    float[] weights = weightMatrix.data;
    float limit = penalty.limit();
    float l1 = penalty.l1();
    float l2 = penalty.l2();
    int end = offset + length;
    FloatVector zero = FloatVector.zero(SPECIES);
    int i = offset;
    for (; i + WIDTH <= end; i += WIDTH) {
      FloatVector w = load(weights, i);
      FloatVector clipped = load(gradient, i).mul(scale).max(-limit).min(limit);
      FloatVector signed =
          w.reinterpretAsInts()
              .and(Integer.MIN_VALUE)
              .or(Float.floatToRawIntBits(l1))
              .reinterpretAsFloats()
              .blend(zero, w.compare(VectorOperators.EQ, zero));
      clipped.add(signed).add(w.mul(l2)).intoArray(gradient, i);
    }
    for (; i < end; i++) {
      float clipped = Math.min(Math.max(gradient[i] * scale, -limit), limit);
      gradient[i] = clipped + Math.signum(weights[i]) * l1 + weights[i] * l2;
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
    float[] weights = matrices.weights().data;
    float[] gradient = matrices.gradient().data;
    float[] velocity = matrices.velocity().data;
    int end = offset + length;
    int i = offset;
    for (; i + WIDTH <= end; i += WIDTH) {
      FloatVector g = load(gradient, i).mul(gradientScale);
      FloatVector v = multiplyAdd(load(velocity, i), broadcast(momentum), g);
      v.intoArray(velocity, i);
      load(weights, i).sub(v.mul(rate)).intoArray(weights, i);
    }
    for (; i < end; i++) {
      velocity[i] = Math.fma(velocity[i], momentum, gradient[i] * gradientScale);
      weights[i] -= velocity[i] * rate;
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
    float[] weights = matrices.weights().data;
    float[] gradient = matrices.gradient().data;
    float[] square = matrices.square().data;
    float[] mean = matrices.mean().data;
    float[] change = matrices.change().data;
    float decay = constants.decay();
    float fresh = 1 - decay;
    int end = offset + length;
    int i = offset;
    for (; i + WIDTH <= end; i += WIDTH) {
      FloatVector g = load(gradient, i).mul(gradientScale);
      FloatVector n = multiplyAdd(load(square, i), broadcast(decay), g.mul(g).mul(fresh));
      FloatVector m = multiplyAdd(load(mean, i), broadcast(decay), g.mul(fresh));
      n.intoArray(square, i);
      m.intoArray(mean, i);
      // Rounding can leave less than nothing.
      FloatVector variance = n.sub(m.mul(m)).max(0);
      FloatVector root = variance.add(constants.epsilon()).lanewise(VectorOperators.SQRT);
      FloatVector delta = load(change, i).mul(constants.momentum()).sub(g.mul(rate).div(root));
      delta.intoArray(change, i);
      load(weights, i).add(delta).intoArray(weights, i);
    }
    for (; i < end; i++) {
      float g = gradient[i] * gradientScale;
      square[i] = Math.fma(square[i], decay, g * g * fresh);
      mean[i] = Math.fma(mean[i], decay, g * fresh);
      float variance = Math.max(square[i] - mean[i] * mean[i], 0);
      float root = (float) Math.sqrt(variance + constants.epsilon());
      change[i] = change[i] * constants.momentum() - g * rate / root;
      weights[i] += change[i];
    }
  }

  @Override
  public void adam(
      AdamMatrices matrices, int offset, int length, float gradientScale, AdamRates rates) {
    float[] weights = matrices.weights().data;
    float[] gradient = matrices.gradient().data;
    float[] mean = matrices.mean().data;
    float[] variance = matrices.variance().data;
    AdamConstants constants = rates.constants();
    float rate = rates.rate();
    float varianceScale = rates.varianceScale();
    float kept = rates.kept();
    float beta1 = constants.beta1();
    float beta2 = constants.beta2();
    float fresh1 = 1 - beta1;
    float fresh2 = 1 - beta2;
    int end = offset + length;
    int i = offset;
    for (; i + WIDTH <= end; i += WIDTH) {
      FloatVector g = load(gradient, i).mul(gradientScale);
      FloatVector m = multiplyAdd(load(mean, i), broadcast(beta1), g.mul(fresh1));
      FloatVector v = multiplyAdd(load(variance, i), broadcast(beta2), g.mul(g).mul(fresh2));
      m.intoArray(mean, i);
      v.intoArray(variance, i);
      FloatVector root = v.mul(varianceScale).lanewise(VectorOperators.SQRT);
      FloatVector step = m.mul(rate).div(root.add(constants.epsilon()));
      load(weights, i).mul(kept).sub(step).intoArray(weights, i);
    }
    for (; i < end; i++) {
      float g = gradient[i] * gradientScale;
      mean[i] = Math.fma(mean[i], beta1, g * fresh1);
      variance[i] = Math.fma(variance[i], beta2, g * g * fresh2);
      float root = (float) Math.sqrt(variance[i] * varianceScale);
      weights[i] = weights[i] * kept - mean[i] * rate / (root + constants.epsilon());
    }
  }

  @Override
  public void average(float[] average, float[] weights, int offset, int length, float share) {
    int end = offset + length;
    int i = offset;
    for (; i + WIDTH <= end; i += WIDTH) {
      FloatVector a = load(average, i);
      multiplyAdd(load(weights, i).sub(a), broadcast(share), a).intoArray(average, i);
    }
    for (; i < end; i++) {
      average[i] = Math.fma(weights[i] - average[i], share, average[i]);
    }
  }
}
