package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.math.UpdateKernels.AdamConstants;
import ductus.math.UpdateKernels.AdamMatrices;
import ductus.math.UpdateKernels.AdamRates;
import ductus.nn.Parameter;
import java.util.ArrayList;
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
  private final List<AdamMatrices> matrices = new ArrayList<>();
  private final Matrices means;
  private final Matrices variances;
  private AdamRates rates = new AdamRates(0, 0, 1, CONSTANTS);
  private AdamRates decaying = rates;

  Adam(double weightDecay, List<Parameter> parameters, List<FMatrixRMaj> gradients) {
    this.weightDecay = weightDecay;
    this.parameters = parameters;
    means = new Matrices(parameters);
    variances = new Matrices(parameters);
    for (int p = 0; p < parameters.size(); p++) {
      matrices.add(
          new AdamMatrices(
              parameters.get(p).value(), gradients.get(p), means.of(p), variances.of(p)));
    }
  }

  @Override
  public void begin(long update, double learningRate) {
    float rate = (float) (learningRate / correction(CONSTANTS.beta1(), update));
    float varianceScale = (float) (1 / correction(CONSTANTS.beta2(), update));
    float kept = (float) (1 - learningRate * weightDecay);
    rates = new AdamRates(rate, varianceScale, 1, CONSTANTS);
    decaying = new AdamRates(rate, varianceScale, kept, CONSTANTS);
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
      int parameter, int offset, int length, float gradientScale, UpdateKernels kernels) {
    boolean decays = Penalties.concern(parameters.get(parameter));
    kernels.adam(matrices.get(parameter), offset, length, gradientScale, decays ? decaying : rates);
  }

  @Override
  public Map<String, FMatrixRMaj> memory() {
    Map<String, FMatrixRMaj> memory = new TreeMap<>(means.named("adam_mean"));
    memory.putAll(variances.named("adam_variance"));
    return memory;
  }
}
