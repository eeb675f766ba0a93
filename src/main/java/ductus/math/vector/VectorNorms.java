package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;

import ductus.math.NormKernels;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** Layer normalization in vectors. */
final class VectorNorms implements NormKernels {
  @Override
  public void normalize(NormMatrices norm, FMatrixRMaj x, FMatrixRMaj y, int row) {
    int length = norm.length();
    int count = norm.count();
    int from = row * x.numCols;
    int entries = row * norm.normalized().numCols;
    int to = row * y.numCols;
    float[] gain = norm.gain().data;
    float[] normalized = norm.normalized().data;
    float mean = (float) (sum(x.data, from, length) / count);
    double filling = (double) (length - count) * mean * mean;
    double squares = Math.max(0, squaredDistances(x.data, from, length, mean) - filling);
    float scale = (float) (1 / Math.sqrt(squares / count + EPSILON));
    FloatVector means = broadcast(mean);
    FloatVector scales = broadcast(scale);
    for (int j = 0; j < length; j += WIDTH) {
      FloatVector entry = FloatVector.fromArray(SPECIES, x.data, from + j).sub(means).mul(scales);
      entry.intoArray(normalized, entries + j);
      FloatVector.fromArray(SPECIES, gain, j)
          .fma(entry, FloatVector.fromArray(SPECIES, y.data, to + j))
          .intoArray(y.data, to + j);
    }
    norm.scales().data[row] = scale;
  }

  private static double sum(float[] x, int offset, int length) {
    double sum = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partial = FloatVector.zero(SPECIES);
      for (int j = part; j < length; j += PARTS) {
        partial = partial.add(FloatVector.fromArray(SPECIES, x, offset + j));
      }
      sum = addInOrder(sum, partial);
    }
    return sum;
  }

  private static double squaredDistances(float[] x, int offset, int length, float mean) {
    FloatVector means = broadcast(mean);
    double sum = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partial = FloatVector.zero(SPECIES);
      for (int j = part; j < length; j += PARTS) {
        FloatVector centered = FloatVector.fromArray(SPECIES, x, offset + j).sub(means);
        partial = centered.fma(centered, partial);
      }
      sum = addInOrder(sum, partial);
    }
    return sum;
  }

  @Override
  public void normalizeBackward(
      NormMatrices norm, FMatrixRMaj dY, int row, FMatrixRMaj dX, int dXRow) {
    int length = norm.length();
    int count = norm.count();
    int from = row * dY.numCols;
    int entries = row * norm.normalized().numCols;
    int to = dXRow * dX.numCols;
    float[] gain = norm.gain().data;
    float[] normalized = norm.normalized().data;
    double sum = 0;
    double projection = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partialSum = FloatVector.zero(SPECIES);
      FloatVector partialProjection = FloatVector.zero(SPECIES);
      for (int j = part; j < length; j += PARTS) {
        FloatVector dNormalized =
            FloatVector.fromArray(SPECIES, gain, j)
                .mul(FloatVector.fromArray(SPECIES, dY.data, from + j));
        partialSum = partialSum.add(dNormalized);
        partialProjection =
            dNormalized.fma(
                FloatVector.fromArray(SPECIES, normalized, entries + j), partialProjection);
      }
      sum = addInOrder(sum, partialSum);
      projection = addInOrder(projection, partialProjection);
    }
    FloatVector mean = broadcast((float) (sum / count));
    FloatVector along = broadcast((float) (-projection / count));
    FloatVector scales = broadcast(norm.scales().data[row]);
    for (int j = 0; j < length; j += WIDTH) {
      FloatVector dNormalized =
          FloatVector.fromArray(SPECIES, gain, j)
              .mul(FloatVector.fromArray(SPECIES, dY.data, from + j));
      FloatVector.fromArray(SPECIES, normalized, entries + j)
          .fma(along, dNormalized.sub(mean))
          .mul(scales)
          .intoArray(dX.data, to + j);
    }
  }

  @Override
  public void addProducts(FMatrixRMaj left, FMatrixRMaj right, float[] sum, int from, int to) {
    for (int j = from; j < to; j += WIDTH) {
      FloatVector products = FloatVector.fromArray(SPECIES, sum, j);
      for (int r = 0; r < left.numRows; r++) {
        products =
            FloatVector.fromArray(SPECIES, left.data, r * left.numCols + j)
                .fma(FloatVector.fromArray(SPECIES, right.data, r * right.numCols + j), products);
      }
      products.intoArray(sum, j);
    }
  }
}
