package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.nn.Parameter;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** Gradient descent with momentum (Polyak 1964). */
final class Momentum implements Optimizer {
  private final float momentum;
  private final List<Parameter> parameters;
  private final Matrices velocities;
  private float rate;

  Momentum(double momentum, List<Parameter> parameters) {
    this.momentum = (float) momentum;
    this.parameters = parameters;
    velocities = new Matrices(parameters);
  }

  @Override
  public void begin(long update, double learningRate) {
    rate = (float) learningRate;
  }

  @Override
  public void step(
      int parameter,
      float[] gradient,
      int offset,
      int length,
      float gradientScale,
      UpdateKernels kernels) {
    kernels.momentum(
        parameters.get(parameter).value().data,
        gradient,
        velocities.of(parameter),
        offset,
        length,
        gradientScale,
        rate,
        momentum);
  }

  @Override
  public Map<String, FMatrixRMaj> memory() {
    return velocities.named("velocity");
  }
}
