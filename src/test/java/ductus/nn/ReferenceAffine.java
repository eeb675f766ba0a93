package ductus.nn;

/** x·W + b in double precision. */
public final class ReferenceAffine {
  private final int inputSize;
  private final int outputSize;

  /** W [K×N]. */
  public final double[] weights;

  /** b [N]. */
  public final double[] bias;

  public final double[] dWeights;
  public final double[] dBias;
  private double[] input = {};

  public ReferenceAffine(int inputSize, int outputSize) {
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    weights = new double[inputSize * outputSize];
    bias = new double[outputSize];
    dWeights = new double[weights.length];
    dBias = new double[bias.length];
  }

  /** [R×N] of inputs [R×K]. */
  public double[] forward(double[] input) {
    this.input = input;
    double[] output = new double[input.length / inputSize * outputSize];
    for (int i = 0; i < output.length; i++) {
      int row = i / outputSize;
      int column = i % outputSize;
      output[i] = bias[column];
      for (int k = 0; k < inputSize; k++) {
        output[i] += input[row * inputSize + k] * weights[k * outputSize + column];
      }
    }
    return output;
  }

  /** The gradient of the inputs [R×K]; adds to those of the weights. */
  public double[] backward(double[] dOutput) {
    double[] dInput = new double[input.length];
    for (int i = 0; i < dOutput.length; i++) {
      int row = i / outputSize;
      int column = i % outputSize;
      dBias[column] += dOutput[i];
      for (int k = 0; k < inputSize; k++) {
        int weight = k * outputSize + column;
        dWeights[weight] += input[row * inputSize + k] * dOutput[i];
        dInput[row * inputSize + k] += weights[weight] * dOutput[i];
      }
    }
    return dInput;
  }

  /** Takes over the parameters of a layer or head: weights, bias. */
  public void copy(Parameter layerWeights, Parameter layerBias) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = layerWeights.value().data[i];
    }
    for (int i = 0; i < bias.length; i++) {
      bias[i] = layerBias.value().data[i];
    }
  }

  /**
   * Compares the gradients of a layer's or head's parameters with those that were added up here.
   *
   * @throws AssertionError if the error is above the tolerance
   */
  public void requireGradients(
      String what, Tape tape, Parameter layerWeights, Parameter layerBias, double tolerance) {
    Closeness.require(
        what + "dWeights",
        dWeights,
        tape.gradient(layerWeights).data,
        layerWeights.size(),
        tolerance);
    Closeness.require(
        what + "dBias", dBias, tape.gradient(layerBias).data, layerBias.size(), tolerance);
  }
}
