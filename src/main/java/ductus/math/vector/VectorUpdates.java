package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;
import static ductus.math.vector.Lanes.load;
import static ductus.math.vector.Lanes.multiplyAdd;

import ductus.math.AdamConstants;
import ductus.math.RmsPropConstants;
import ductus.math.UpdateKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Passes over weights in vectors; reductions as {@link VectorRows} says. */
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
      float[] gradient,
      float[] weights,
      int offset,
      int length,
      float scale,
      float limit,
      float l1,
      float l2) {
    int end = offset + length;
    for (int i = offset; i < end; i += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(i, end);
      FloatVector w = masked(weights, i, present);
      FloatVector clipped = masked(gradient, i, present).mul(scale).max(-limit).min(limit);
      clipped
          .add(l1, w.compare(VectorOperators.GT, 0))
          .sub(l1, w.compare(VectorOperators.LT, 0))
          .add(w.mul(l2))
          .intoArray(gradient, i, present);
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
    int end = offset + length;
    for (int i = offset; i < end; i += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(i, end);
      FloatVector g = masked(gradient, i, present).mul(gradientScale);
      FloatVector v = multiplyAdd(masked(velocity, i, present), broadcast(momentum), g);
      v.intoArray(velocity, i, present);
      masked(weights, i, present).sub(v.mul(rate)).intoArray(weights, i, present);
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
    FloatVector decay = broadcast(constants.decay());
    float fresh = 1 - constants.decay();
    int end = offset + length;
    for (int i = offset; i < end; i += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(i, end);
      FloatVector g = masked(gradient, i, present).mul(gradientScale);
      FloatVector n = multiplyAdd(masked(square, i, present), decay, g.mul(g).mul(fresh));
      FloatVector m = multiplyAdd(masked(mean, i, present), decay, g.mul(fresh));
      n.intoArray(square, i, present);
      m.intoArray(mean, i, present);
      // Rounding can leave less than nothing.
      FloatVector root =
          n.sub(m.mul(m)).max(0).add(constants.epsilon()).lanewise(VectorOperators.SQRT);
      FloatVector delta =
          masked(change, i, present).mul(constants.momentum()).sub(g.mul(rate).div(root));
      delta.intoArray(change, i, present);
      masked(weights, i, present).add(delta).intoArray(weights, i, present);
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
    FloatVector beta1 = broadcast(constants.beta1());
    FloatVector beta2 = broadcast(constants.beta2());
    float fresh1 = 1 - constants.beta1();
    float fresh2 = 1 - constants.beta2();
    int end = offset + length;
    for (int i = offset; i < end; i += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(i, end);
      FloatVector g = masked(gradient, i, present).mul(gradientScale);
      FloatVector m = multiplyAdd(masked(mean, i, present), beta1, g.mul(fresh1));
      FloatVector v = multiplyAdd(masked(variance, i, present), beta2, g.mul(g).mul(fresh2));
      m.intoArray(mean, i, present);
      v.intoArray(variance, i, present);
      FloatVector root =
          v.mul(varianceScale).lanewise(VectorOperators.SQRT).add(constants.epsilon());
      masked(weights, i, present)
          .mul(kept)
          .sub(m.mul(rate).div(root))
          .intoArray(weights, i, present);
    }
  }

  @Override
  public void average(float[] average, float[] weights, int offset, int length, float share) {
    int end = offset + length;
    for (int i = offset; i < end; i += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(i, end);
      FloatVector a = masked(average, i, present);
      multiplyAdd(masked(weights, i, present).sub(a), broadcast(share), a)
          .intoArray(average, i, present);
    }
  }

  private static FloatVector masked(float[] values, int i, VectorMask<Float> present) {
    return FloatVector.fromArray(SPECIES, values, i, present);
  }
}
