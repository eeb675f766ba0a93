package ductus.train.optimizer;

import ductus.math.RmsPropConstants;
import ductus.math.UpdateKernels;
import ductus.nn.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;

/** RMSProp with momentum on centered gradients, and the constants of Graves (2013, eq. 38–45). */
final class RmsProp implements Optimizer {
  private static final float DECAY = 0.95f;
  private static final float EPSILON = 1e-4f;

  private final RmsPropConstants constants;
  private final List<Parameter> parameters;
  private final Matrices squares;
  private final Matrices means;
  private final Matrices changes;
  private float rate;

  RmsProp(double momentum, List<Parameter> parameters) {
    constants = new RmsPropConstants(DECAY, (float) momentum, EPSILON);
    this.parameters = parameters;
    squares = new Matrices(parameters);
    means = new Matrices(parameters);
    changes = new Matrices(parameters);
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
    kernels.rmsProp(
        parameters.get(parameter).value().data,
        gradient,
        squares.of(parameter),
        means.of(parameter),
        changes.of(parameter),
        offset,
        length,
        gradientScale,
        rate,
        constants);
  }

  @Override
  public Map<String, FMatrixRMaj> memory() {
    Map<String, FMatrixRMaj> memory = new TreeMap<>(squares.named("rmsprop_square"));
    memory.putAll(means.named("rmsprop_mean"));
    memory.putAll(changes.named("rmsprop_change"));
    return memory;
  }
}
