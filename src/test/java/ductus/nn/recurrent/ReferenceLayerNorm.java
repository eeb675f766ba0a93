package ductus.nn.recurrent;

import java.util.Arrays;
import java.util.List;

/**
 * Layer normalization of a row in double precision (Ba, Kiros and Hinton 2016): gain·(x − mean) /
 * √(variance + ε) + bias, with mean and variance over the N entries of the row.
 */
final class ReferenceLayerNorm {
  /** So that a row of equal entries stays finite. */
  private static final double EPSILON = 1e-5;

  private final ReferenceMatrix gain;
  private final ReferenceMatrix bias;

  ReferenceLayerNorm(String name, int size) {
    gain = ReferenceMatrix.row(name + ".weight", size, 1);
    bias = new ReferenceMatrix(name + ".bias", 1, size);
  }

  List<ReferenceMatrix> parameters() {
    return List.of(gain, bias);
  }

  double[] forward(double[] x) {
    double[] normalized = normalized(x);
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> gain.value[i] * normalized[i] + bias.value[i]);
    return y;
  }

  /** The gradient of the row; adds to those of gain and bias. */
  double[] backward(double[] x, double[] dY) {
    double[] normalized = normalized(x);
    double[] dNormalized = new double[x.length];
    double mean = 0;
    double projection = 0;
    for (int i = 0; i < x.length; i++) {
      gain.gradient[i] += dY[i] * normalized[i];
      bias.gradient[i] += dY[i];
      dNormalized[i] = dY[i] * gain.value[i];
      mean += dNormalized[i] / x.length;
      projection += dNormalized[i] * normalized[i] / x.length;
    }
    double[] dX = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dX[i] = (dNormalized[i] - mean - normalized[i] * projection) / deviation(x);
    }
    return dX;
  }

  private static double[] normalized(double[] x) {
    double mean = mean(x);
    double deviation = deviation(x);
    return Arrays.stream(x).map(value -> (value - mean) / deviation).toArray();
  }

  private static double deviation(double[] x) {
    double mean = mean(x);
    double variance =
        Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum() / x.length;
    return Math.sqrt(variance + EPSILON);
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }
}
