package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.math.UpdateKernels.RmsPropConstants;
import ductus.math.UpdateKernels.RmsPropMatrices;
import ductus.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;

/** RMSProp with momentum on centered gradients, and the constants of Graves (2013, eq. 38–45). */
final class RmsProp implements Optimizer {
  private static final float DECAY = 0.95f;
  private static final float EPSILON = 1e-4f;

  private final RmsPropConstants constants;
  private final List<RmsPropMatrices> matrices = new ArrayList<>();
  private final Matrices squares;
  private final Matrices means;
  private final Matrices changes;
  private float rate;

  RmsProp(double momentum, List<Parameter> parameters, List<FMatrixRMaj> gradients) {
    constants = new RmsPropConstants(DECAY, (float) momentum, EPSILON);
    squares = new Matrices(parameters);
    means = new Matrices(parameters);
    changes = new Matrices(parameters);
    for (int p = 0; p < parameters.size(); p++) {
      matrices.add(
          new RmsPropMatrices(
              parameters.get(p).value(),
              gradients.get(p),
              squares.of(p),
              means.of(p),
              changes.of(p)));
    }
  }

  @Override
  public void begin(long update, double learningRate) {
    rate = (float) learningRate;
  }

  @Override
  public void step(
      int parameter, int offset, int length, float gradientScale, UpdateKernels kernels) {
    kernels.rmsProp(matrices.get(parameter), offset, length, gradientScale, rate, constants);
  }

  @Override
  public Map<String, FMatrixRMaj> memory() {
    Map<String, FMatrixRMaj> memory = new TreeMap<>(squares.named("rmsprop_square"));
    memory.putAll(means.named("rmsprop_mean"));
    memory.putAll(changes.named("rmsprop_change"));
    return memory;
  }
}
