package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;
import static ductus.math.vector.Lanes.load;
import static ductus.math.vector.Lanes.multiplyAdd;

import ductus.math.AdamStep;
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
  public void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      AdamStep step) {
    int end = offset + length;
    for (int i = offset; i < end; i += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(i, end);
      FloatVector g = masked(gradient, i, present).mul(step.gradientScale());
      FloatVector m =
          multiplyAdd(masked(mean, i, present), broadcast(step.beta1()), g.mul(1 - step.beta1()));
      FloatVector v =
          multiplyAdd(
              masked(variance, i, present),
              broadcast(step.beta2()),
              g.mul(g).mul(1 - step.beta2()));
      m.intoArray(mean, i, present);
      v.intoArray(variance, i, present);
      FloatVector root =
          v.mul(step.varianceScale()).lanewise(VectorOperators.SQRT).add(step.epsilon());
      masked(weights, i, present).sub(m.mul(step.rate()).div(root)).intoArray(weights, i, present);
    }
  }

  private static FloatVector masked(float[] values, int i, VectorMask<Float> present) {
    return FloatVector.fromArray(SPECIES, values, i, present);
  }
}
