package ductus.nn;

/** max(0, x·W + b) in double precision. */
public final class ReferenceFeedForward {
  /** x·W + b. */
  public final ReferenceAffine affine;

  private double[] output = {};

  public ReferenceFeedForward(int inputSize, int outputSize) {
    affine = new ReferenceAffine(inputSize, outputSize);
  }

  /** [R×N] of inputs [R×K]. */
  public double[] forward(double[] input) {
    output = affine.forward(input);
    for (int i = 0; i < output.length; i++) {
      output[i] = Math.max(0, output[i]);
    }
    return output;
  }

  /** The gradient of the inputs [R×K]; adds to those of the weights. */
  public double[] backward(double[] dOutput) {
    double[] dPreActivations = dOutput.clone();
    for (int i = 0; i < dOutput.length; i++) {
      dPreActivations[i] *= output[i] > 0 ? 1 : 0;
    }
    return affine.backward(dPreActivations);
  }
}
