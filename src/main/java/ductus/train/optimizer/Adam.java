package ductus.train.optimizer;

import ductus.math.AdamConstants;
import ductus.math.UpdateKernels;
import ductus.nn.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;

/**
 * Adam (Kingma and Ba 2015); with a weight decay, AdamW (Loshchilov and Hutter 2019), which takes a
 * share of each weight away beside the step of the gradient.
 */
final class Adam implements Optimizer {
  private static final AdamConstants CONSTANTS = new AdamConstants(0.9f, 0.999f, 1e-8f);

  private final double weightDecay;
  private final List<Parameter> parameters;
  private final Matrices means;
  private final Matrices variances;
  private float rate;
  private float varianceScale;
  private float kept;

  Adam(double weightDecay, List<Parameter> parameters) {
    this.weightDecay = weightDecay;
    this.parameters = parameters;
    means = new Matrices(parameters);
    variances = new Matrices(parameters);
  }

  @Override
  public void begin(long update, double learningRate) {
    rate = (float) (learningRate / correction(CONSTANTS.beta1(), update));
    varianceScale = (float) (1 / correction(CONSTANTS.beta2(), update));
    kept = (float) (1 - learningRate * weightDecay);
  }

  /** How much of a mean over so many updates is there yet: it began at 0. */
  private static double correction(double decay, long update) {
    // By squaring: StrictMath.pow makes arrays.
    double power = 1;
    double square = decay;
    for (long left = update + 1; left > 0; left /= 2) {
      power *= left % 2 == 1 ? square : 1;
      square *= square;
    }
    return 1 - power;
  }

  @Override
  public void step(
      int parameter,
      float[] gradient,
      int offset,
      int length,
      float gradientScale,
      UpdateKernels kernels) {
    kernels.adam(
        parameters.get(parameter).value().data,
        gradient,
        means.of(parameter),
        variances.of(parameter),
        offset,
        length,
        gradientScale,
        rate,
        varianceScale,
        Penalties.concern(parameters.get(parameter)) ? kept : 1,
        CONSTANTS);
  }

  @Override
  public Map<String, FMatrixRMaj> memory() {
    Map<String, FMatrixRMaj> memory = new TreeMap<>(means.named("adam_mean"));
    memory.putAll(variances.named("adam_variance"));
    return memory;
  }
}
