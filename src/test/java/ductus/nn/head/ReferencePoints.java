package ductus.nn.head;

import ductus.nn.ReferenceAffine;

/** A {@link PointHead} in double precision, from the formulas of its laws. */
final class ReferencePoints {
  private final OutputDistribution law;
  private final int numbers;
  private final ReferenceAffine projection;
  private double[] dOutputs = {};

  ReferencePoints(OutputDistribution law, int inputSize, int numbers) {
    this.law = law;
    this.numbers = numbers;
    projection = new ReferenceAffine(inputSize, law.parts() * numbers);
  }

  ReferenceAffine projection() {
    return projection;
  }

  double loss(double[] hidden, float[] targets, double scale) {
    double[] outputs = projection.forward(hidden);
    dOutputs = new double[outputs.length];
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      double x = targets[i];
      int first = i / numbers * law.parts() * numbers + i % numbers;
      if (Double.isNaN(x)) {
        continue;
      }
      double y = outputs[first];
      switch (law) {
        case SWITCH -> {
          double p = 1 / (1 + Math.exp(-y));
          sum -= x * Math.log(p) + (1 - x) * Math.log(1 - p);
          dOutputs[first] = scale * (p - x);
        }
        case GAUSSIAN -> {
          double deviation = Math.exp(outputs[first + numbers]);
          double z = (x - y) / deviation;
          sum += z * z / 2 + Math.log(deviation * Math.sqrt(2 * Math.PI));
          dOutputs[first] = -scale * z / deviation;
          dOutputs[first + numbers] = scale * (1 - z * z);
        }
        case SQUARED -> {
          sum += (x - y) * (x - y);
          dOutputs[first] = scale * 2 * (y - x);
        }
      }
    }
    return sum;
  }

  double[] backward() {
    return projection.backward(dOutputs);
  }
}
