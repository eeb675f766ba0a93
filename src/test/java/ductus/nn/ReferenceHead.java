package ductus.nn;

/** Softmax and cross-entropy of h·W + b in double precision. */
public final class ReferenceHead {
  private final int inputSize;
  private final int vocabularySize;

  /** W [H×V]. */
  public final double[] weights;

  /** b [V]. */
  public final double[] bias;

  public final double[] dWeights;
  public final double[] dBias;

  private double[] hidden = {};
  private double[] dLogits = {};

  public ReferenceHead(int inputSize, int vocabularySize) {
    this.inputSize = inputSize;
    this.vocabularySize = vocabularySize;
    weights = new double[inputSize * vocabularySize];
    bias = new double[vocabularySize];
    dWeights = new double[weights.length];
    dBias = new double[bias.length];
  }

  /** [R×V] of hidden states [R×H]. */
  public double[] logits(double[] hidden) {
    double[] logits = new double[hidden.length / inputSize * vocabularySize];
    for (int i = 0; i < logits.length; i++) {
      int row = i / vocabularySize;
      int token = i % vocabularySize;
      logits[i] = bias[token];
      for (int h = 0; h < inputSize; h++) {
        logits[i] += hidden[row * inputSize + h] * weights[h * vocabularySize + token];
      }
    }
    return logits;
  }

  /** Sum of −log probability of the targets [R], negative where masked. */
  public double loss(double[] hidden, int[] targets, double scale) {
    this.hidden = hidden;
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
    double[] dHidden = new double[hidden.length];
    for (int i = 0; i < dLogits.length; i++) {
      int row = i / vocabularySize;
      int token = i % vocabularySize;
      dBias[token] += dLogits[i];
      for (int h = 0; h < inputSize; h++) {
        int weight = h * vocabularySize + token;
        dWeights[weight] += hidden[row * inputSize + h] * dLogits[i];
        dHidden[row * inputSize + h] += weights[weight] * dLogits[i];
      }
    }
    return dHidden;
  }
}
