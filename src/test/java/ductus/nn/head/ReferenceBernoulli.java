package ductus.nn.head;

import ductus.nn.ReferenceAffine;

/** Independent Bernoullis and their cross-entropies, of h·W + b, in double precision. */
public final class ReferenceBernoulli {
  private final int outputs;
  private final ReferenceAffine projection;
  private double[] dLogits = {};

  public ReferenceBernoulli(int inputSize, int outputs) {
    this.outputs = outputs;
    projection = new ReferenceAffine(inputSize, outputs);
  }

  /** Weights and bias, with their gradients. */
  public ReferenceAffine projection() {
    return projection;
  }

  /** Sum of −log probability of all outputs at the unmasked steps. */
  public double loss(double[] hidden, ActiveOutputs targets, double scale) {
    double[] logits = projection.forward(hidden);
    dLogits = new double[logits.length];
    double nats = 0;
    for (int i = 0; i < logits.length; i++) {
      int step = i / outputs;
      if (!targets.isMasked(step)) {
        double probability = 1 / (1 + StrictMath.exp(-logits[i]));
        boolean on = isOn(targets, step, i % outputs);
        nats -= StrictMath.log(on ? probability : 1 - probability);
        dLogits[i] = scale * (probability - (on ? 1 : 0));
      }
    }
    return nats;
  }

  private static boolean isOn(ActiveOutputs targets, int step, int output) {
    for (int i = 0; i < targets.count(step); i++) {
      if (targets.output(step, i) == output) {
        return true;
      }
    }
    return false;
  }

  /** The gradient of the hidden states [R×H]; adds to those of the weights. */
  public double[] backward() {
    return projection.backward(dLogits);
  }
}
