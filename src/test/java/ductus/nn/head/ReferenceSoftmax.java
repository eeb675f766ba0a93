package ductus.nn.head;

import ductus.nn.ReferenceAffine;

/** Softmax and cross-entropy of h·W + b in double precision. */
public final class ReferenceSoftmax {
  private final int vocabularySize;
  private final ReferenceAffine projection;
  private double[] dLogits = {};

  public ReferenceSoftmax(int inputSize, int vocabularySize) {
    this.vocabularySize = vocabularySize;
    projection = new ReferenceAffine(inputSize, vocabularySize);
  }

  /** Weights and bias, with their gradients. */
  public ReferenceAffine projection() {
    return projection;
  }

  /** [R×V] of hidden states [R×H]. */
  public double[] logits(double[] hidden) {
    return projection.forward(hidden);
  }

  /** Sum of −log probability of the targets [R], negative where masked. */
  public double loss(double[] hidden, int[] targets, double scale) {
    double[] logits = logits(hidden);
    dLogits = new double[logits.length];
    double nats = 0;
    for (int row = 0; row < targets.length; row++) {
      if (targets[row] < 0) {
        continue;
      }
      double sum = 0;
      for (int v = 0; v < vocabularySize; v++) {
        sum += StrictMath.exp(logits[row * vocabularySize + v]);
      }
      nats += StrictMath.log(sum) - logits[row * vocabularySize + targets[row]];
      for (int v = 0; v < vocabularySize; v++) {
        double probability = StrictMath.exp(logits[row * vocabularySize + v]) / sum;
        dLogits[row * vocabularySize + v] = scale * (probability - (v == targets[row] ? 1 : 0));
      }
    }
    return nats;
  }

  /** The gradient of the hidden states [R×H]; adds to those of the weights. */
  public double[] backward() {
    return projection.backward(dLogits);
  }
}
