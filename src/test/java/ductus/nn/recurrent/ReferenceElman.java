package ductus.nn.recurrent;

import java.util.List;

/**
 * The simple recurrent network (Elman 1990) in double precision: h = f(x·W + h′·U + b), where f is
 * tanh or, rectified, max(0, ·).
 */
final class ReferenceElman implements ReferenceCell {
  private final boolean rectified;
  private final ReferenceMatrix inputWeights;
  private final ReferenceMatrix recurrentWeights;
  private final ReferenceMatrix bias;
  private double limit = Double.POSITIVE_INFINITY;

  ReferenceElman(int inputSize, int hiddenSize, boolean rectified) {
    this.rectified = rectified;
    inputWeights = new ReferenceMatrix("weight_ih", inputSize, hiddenSize);
    recurrentWeights = new ReferenceMatrix("weight_hh", hiddenSize, hiddenSize);
    bias = new ReferenceMatrix("bias", 1, hiddenSize);
  }

  @Override
  public int inputSize() {
    return inputWeights.rows();
  }

  @Override
  public int hiddenSize() {
    return recurrentWeights.rows();
  }

  @Override
  public int stateSize() {
    return hiddenSize();
  }

  @Override
  public List<ReferenceMatrix> parameters() {
    return List.of(inputWeights, recurrentWeights, bias);
  }

  @Override
  public void clipDerivatives(double limit) {
    this.limit = limit;
  }

  @Override
  public double[] step(double[] input, double[] state) {
    double[] fromInput = inputWeights.product(input);
    double[] fromState = recurrentWeights.product(state);
    double[] hidden = new double[hiddenSize()];
    for (int u = 0; u < hidden.length; u++) {
      double sum = fromInput[u] + fromState[u] + bias.value[u];
      hidden[u] = rectified ? Math.max(0, sum) : StrictMath.tanh(sum);
    }
    return hidden;
  }

  @Override
  public void back(
      double[] input, double[] state, double[] dNext, double[] dInput, double[] dState) {
    double[] hidden = step(input, state);
    double[] dSum = new double[hidden.length];
    for (int u = 0; u < hidden.length; u++) {
      double slope = rectified ? (hidden[u] > 0 ? 1 : 0) : 1 - hidden[u] * hidden[u];
      dSum[u] = dNext[u] * slope;
    }
    ReferenceCell.clip(dSum, limit);
    inputWeights.backProduct(input, dSum, dInput);
    recurrentWeights.backProduct(state, dSum, dState);
    bias.addGradient(dSum);
  }
}
