package ductus.nn.head;

import ductus.math.Elementary;
import ductus.math.FastExp;

/**
 * What a row of raw outputs says about the next pen point: M bivariate normal densities of its
 * offset (Δx, Δy), and the probability that the stroke ends with it (Graves 2013, eq. 16–26). The
 * one place where raw outputs become weights, means, deviations and correlations: the loss, draws
 * and pictures read them here. Its buffers are used again from row to row.
 *
 * <p>A row holds 1 + 6M raw outputs: the logit of the pen, then M each of the logits of the
 * weights, means of Δx, means of Δy, log deviations of Δx, log deviations of Δy, and correlations
 * before tanh.
 *
 * <p>Log deviations are kept within [{@value #LEAST_LOG_DEVIATION}, {@value
 * #GREATEST_LOG_DEVIATION}], and correlations within ±{@value #GREATEST_CORRELATION}, so that no
 * density collapses onto a point or a line. A log deviation beyond its limit gets a gradient only
 * where that leads back.
 */
public final class Mixture {
  /** Lowest log of a standard deviation. */
  public static final float LEAST_LOG_DEVIATION = -4.5f;

  /** Highest log of a standard deviation. */
  public static final float GREATEST_LOG_DEVIATION = 5;

  /** Largest magnitude of a correlation. */
  public static final float GREATEST_CORRELATION = 0.95f;

  private static final double LOG_TWO_PI = 1.8378770664093453;

  private final int components;

  /** Logits of the weights, less the greatest of them. */
  private final float[] logits;

  private final float[] weights;
  private final float[] meansX;
  private final float[] meansY;
  private final float[] logDeviationsX;
  private final float[] logDeviationsY;

  /** 1 / σx and 1 / σy. */
  private final float[] precisionsX;

  private final float[] precisionsY;
  private final float[] correlations;

  /** 1 / (1 − ρ²). */
  private final float[] sharpness;

  private final float[] responsibilities;
  private float penLogit;

  /** Σ e to the logits. */
  private float sumOfWeights;

  /** Distances from the means in deviations, (Δx − μx) / σx and (Δy − μy) / σy. */
  private final float[] distancesX;

  private final float[] distancesY;

  /**
   * Room for a mixture.
   *
   * @param components M
   */
  public Mixture(int components) {
    if (components < 1) {
      throw new IllegalArgumentException("components must be 1 or more but were " + components);
    }
    this.components = components;
    logits = new float[components];
    weights = new float[components];
    meansX = new float[components];
    meansY = new float[components];
    logDeviationsX = new float[components];
    logDeviationsY = new float[components];
    precisionsX = new float[components];
    precisionsY = new float[components];
    correlations = new float[components];
    sharpness = new float[components];
    responsibilities = new float[components];
    distancesX = new float[components];
    distancesY = new float[components];
  }

  /** Raw outputs of a mixture of M components. */
  public static int outputs(int components) {
    return Math.addExact(1, Math.multiplyExact(6, components));
  }

  /** Takes over a row of raw outputs. */
  public void read(float[] raw, int offset) {
    read(raw, offset, 1, 1, 0);
  }

  /**
   * Takes over a row of raw outputs, with weights and pen made more decided and densities narrower,
   * or the other way.
   *
   * @param weightFactor multiplies the logits of the weights
   * @param penFactor multiplies the logit of the pen
   * @param logDeviationShift is added to the log deviations, behind their limits
   */
  public void read(
      float[] raw, int offset, float weightFactor, float penFactor, float logDeviationShift) {
    penLogit = raw[offset] * penFactor;
    readWeights(raw, offset + 1, weightFactor);
    System.arraycopy(raw, offset + 1 + components, meansX, 0, components);
    System.arraycopy(raw, offset + 1 + 2 * components, meansY, 0, components);
    int deviationsX = offset + 1 + 3 * components;
    readDeviations(raw, deviationsX, logDeviationShift, logDeviationsX, precisionsX);
    int deviationsY = offset + 1 + 4 * components;
    readDeviations(raw, deviationsY, logDeviationShift, logDeviationsY, precisionsY);
    readCorrelations(raw, offset + 1 + 5 * components);
  }

  private void readWeights(float[] raw, int offset, float factor) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < components; j++) {
      logits[j] = raw[offset + j] * factor;
      greatest = Math.max(greatest, logits[j]);
    }
    float sum = 0;
    for (int j = 0; j < components; j++) {
      logits[j] -= greatest;
      weights[j] = (float) FastExp.exp(logits[j]);
      sum += weights[j];
    }
    for (int j = 0; j < components; j++) {
      weights[j] /= sum;
    }
    sumOfWeights = sum;
  }

  private void readDeviations(
      float[] raw, int offset, float shift, float[] logDeviations, float[] precisions) {
    for (int j = 0; j < components; j++) {
      float limited =
          Math.min(Math.max(raw[offset + j], LEAST_LOG_DEVIATION), GREATEST_LOG_DEVIATION);
      logDeviations[j] = limited + shift;
      precisions[j] = (float) FastExp.exp(-logDeviations[j]);
    }
  }

  private void readCorrelations(float[] raw, int offset) {
    for (int j = 0; j < components; j++) {
      float correlation = GREATEST_CORRELATION * (float) Elementary.tanh(raw[offset + j]);
      correlations[j] = correlation;
      sharpness[j] = 1 / (1 - correlation * correlation);
    }
  }

  /** M. */
  public int components() {
    return components;
  }

  /** Probability of a component, π. */
  public float weight(int component) {
    return weights[component];
  }

  /** Mean of Δx, μx. */
  public float meanX(int component) {
    return meansX[component];
  }

  /** Mean of Δy, μy. */
  public float meanY(int component) {
    return meansY[component];
  }

  /** Standard deviation of Δx, σx. */
  public float deviationX(int component) {
    return 1 / precisionsX[component];
  }

  /** Standard deviation of Δy, σy. */
  public float deviationY(int component) {
    return 1 / precisionsY[component];
  }

  /** Correlation of Δx and Δy, ρ. */
  public float correlation(int component) {
    return correlations[component];
  }

  /** Probability that the pen is lifted behind the point. */
  public float penUp() {
    return (float) Elementary.sigmoid(penLogit);
  }

  /**
   * Measures an offset: −log of its density, in nats (eq. 26, first part). The distances from the
   * means stay for {@link #gradient}.
   *
   * <p>With u = zx − ρ·zy the exponent of a component is −½ (u² / (1 − ρ²) + zy²), which loses
   * nothing where correlations are high; the factor 1 / √(1 − ρ²) is between 1 and 3.3 and stays
   * outside the exponential.
   */
  public double offsetNats(float deltaX, float deltaY) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < components; j++) {
      float zx = (deltaX - meansX[j]) * precisionsX[j];
      float zy = (deltaY - meansY[j]) * precisionsY[j];
      float u = zx - correlations[j] * zy;
      float logDensity =
          logits[j]
              - logDeviationsX[j]
              - logDeviationsY[j]
              - 0.5f * (sharpness[j] * u * u + zy * zy);
      distancesX[j] = zx;
      distancesY[j] = zy;
      responsibilities[j] = logDensity;
      greatest = Math.max(greatest, logDensity);
    }
    float sum = 0;
    for (int j = 0; j < components; j++) {
      float density =
          (float) (FastExp.exp(responsibilities[j] - greatest) * Math.sqrt(sharpness[j]));
      responsibilities[j] = density;
      sum += density;
    }
    for (int j = 0; j < components; j++) {
      responsibilities[j] /= sum;
    }
    return LOG_TWO_PI - greatest + Elementary.log(sumOfWeights / (double) sum);
  }

  /** Measures the pen: −log probability that it is lifted, or that it is not (eq. 26, the rest). */
  public double penNats(boolean up) {
    return Elementary.softplus(up ? -penLogit : penLogit);
  }

  /**
   * Replaces the raw outputs by the gradient of the nats of the last offset, and of the pen (eq.
   * 27–37, with deviations and correlations as they are limited here).
   *
   * @param raw the row that was read, with factor 1 and shift 0
   * @param up whether the pen was lifted
   * @param scale factor of the gradient
   */
  void gradient(float[] raw, int offset, boolean up, float scale) {
    raw[offset] = scale * (penUp() - (up ? 1 : 0));
    int weight = offset + 1;
    int meanX = weight + components;
    int meanY = meanX + components;
    int deviationX = meanY + components;
    int deviationY = deviationX + components;
    int correlation = deviationY + components;
    for (int j = 0; j < components; j++) {
      float zx = distancesX[j];
      float zy = distancesY[j];
      float rho = correlations[j];
      float sharp = sharpness[j];
      float u = zx - rho * zy;
      float v = zy - rho * zx;
      float share = scale * responsibilities[j];
      float tanh = rho / GREATEST_CORRELATION;
      raw[weight + j] = scale * (weights[j] - responsibilities[j]);
      raw[meanX + j] = -share * sharp * u * precisionsX[j];
      raw[meanY + j] = -share * sharp * v * precisionsY[j];
      raw[deviationX + j] = inside(raw[deviationX + j], share * (1 - sharp * zx * u));
      raw[deviationY + j] = inside(raw[deviationY + j], share * (1 - sharp * zy * v));
      raw[correlation + j] =
          -share
              * sharp
              * (zx * zy + rho * (1 - sharp * u * u - zy * zy))
              * (GREATEST_CORRELATION * (1 - tanh * tanh));
    }
  }

  /** The gradient of a log deviation, unless it would lead further beyond a limit. */
  private static float inside(float logDeviation, float gradient) {
    boolean leads =
        logDeviation <= LEAST_LOG_DEVIATION
            ? gradient <= 0
            : logDeviation < GREATEST_LOG_DEVIATION || gradient >= 0;
    return leads ? gradient : 0;
  }
}
