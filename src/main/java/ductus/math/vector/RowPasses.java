package ductus.math.vector;

import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.broadcast;
import static ductus.math.vector.Lanes.load;
import static ductus.math.vector.Lanes.multiplyAdd;

import ductus.math.AdamStep;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Element-wise passes over rows. A reduction keeps 16 partial sums, one for each index modulo 16,
 * whatever the width of the vectors, and adds them up in order: so its bits are the same on every
 * machine that has the same multiply-add.
 */
final class RowPasses {
  private static final int PARTS = 16;

  private RowPasses() {}

  /** Softmax, cross-entropy and its gradient on one row; returns nats. */
  static double softmaxGradient(float[] row, int offset, int columns, int target, float scale) {
    float max = max(row, offset, columns);
    float shifted = row[offset + target] - max;
    double sum = 0;
    FloatVector maxima = broadcast(max);
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partial = FloatVector.zero(SPECIES);
      for (int j = part; j < columns; j += PARTS) {
        VectorMask<Float> present = SPECIES.indexInRange(j, columns);
        FloatVector x = FloatVector.fromArray(SPECIES, row, offset + j, present);
        FloatVector e = Lanes.exp(x.sub(maxima));
        e.intoArray(row, offset + j, present);
        partial = partial.add(e, present);
      }
      sum = addInOrder(sum, partial);
    }
    float factor = (float) (scale / sum);
    for (int j = 0; j < columns; j += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(j, columns);
      FloatVector.fromArray(SPECIES, row, offset + j, present)
          .mul(factor)
          .intoArray(row, offset + j, present);
    }
    row[offset + target] -= scale;
    return StrictMath.log(sum) - shifted;
  }

  private static float max(float[] row, int offset, int columns) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < columns; j++) {
      max = Math.max(max, row[offset + j]);
    }
    return max;
  }

  static void add(float[] row, int offset, float[] sum, int from, int to) {
    int j = from;
    for (; j + WIDTH <= to; j += WIDTH) {
      load(sum, j).add(load(row, offset + j)).intoArray(sum, j);
    }
    for (; j < to; j++) {
      sum[j] += row[offset + j];
    }
  }

  static double sumOfSquares(float[] values, int offset, int length) {
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

  private static double addInOrder(double start, FloatVector partial) {
    double sum = start;
    for (int lane = 0; lane < WIDTH; lane++) {
      sum += partial.lane(lane);
    }
    return sum;
  }

  static void adam(
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
