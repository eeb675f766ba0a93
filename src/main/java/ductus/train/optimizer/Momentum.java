package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.math.UpdateKernels.MomentumMatrices;
import ductus.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** Gradient descent with momentum (Polyak 1964). */
final class Momentum implements Optimizer {
  private final float momentum;
  private final List<MomentumMatrices> matrices = new ArrayList<>();
  private final Matrices velocities;
  private float rate;

  Momentum(double momentum, List<Parameter> parameters, List<FMatrixRMaj> gradients) {
    this.momentum = (float) momentum;
    velocities = new Matrices(parameters);
    for (int p = 0; p < parameters.size(); p++) {
      matrices.add(
          new MomentumMatrices(parameters.get(p).value(), gradients.get(p), velocities.of(p)));
    }
  }

  @Override
  public void begin(long update, double learningRate) {
    rate = (float) learningRate;
  }

  @Override
  public void step(
      int parameter, int offset, int length, float gradientScale, UpdateKernels kernels) {
    kernels.momentum(matrices.get(parameter), offset, length, gradientScale, rate, momentum);
  }

  @Override
  public Map<String, FMatrixRMaj> memory() {
    return velocities.named("velocity");
  }
}
