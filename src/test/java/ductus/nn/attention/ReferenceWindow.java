package ductus.nn.attention;

import java.util.Arrays;

/** A soft window in double precision, one time step of one sequence, straight from the formulas. */
public final class ReferenceWindow {
  private final int hiddenSize;
  private final int size;
  private final int components;
  private final double[] weights;
  private final double[] bias;
  private final double[] dWeights;
  private final double[] dBias;

  /** A window with weights of zero. */
  public ReferenceWindow(int hiddenSize, int size, int components) {
    this.hiddenSize = hiddenSize;
    this.size = size;
    this.components = components;
    weights = new double[hiddenSize * 3 * components];
    bias = new double[3 * components];
    dWeights = new double[weights.length];
    dBias = new double[bias.length];
  }

  /** Size of the vectors, W. */
  public int size() {
    return size;
  }

  /** N. */
  public int components() {
    return components;
  }

  /** [H×3N], in the order α̂, β̂, κ̂. */
  public double[] weights() {
    return weights;
  }

  /** [1×3N]. */
  public double[] bias() {
    return bias;
  }

  /** Gradient of the weights. */
  public double[] dWeights() {
    return dWeights;
  }

  /** Gradient of the bias. */
  public double[] dBias() {
    return dBias;
  }

  /** One time step. */
  public final class Step {
    private final double[] hidden;
    private final double[][] context;
    private final double[] raw;
    private final double[] centers;
    private final double[] vector = new double[size];

    /**
     * Slides the window on.
     *
     * @param hidden [H]
     * @param before κ of the step before [N]
     * @param context the text's vectors [U][W]
     */
    public Step(double[] hidden, double[] before, double[][] context) {
      this.hidden = hidden;
      this.context = context;
      raw = bias.clone();
      for (int k = 0; k < hiddenSize; k++) {
        for (int j = 0; j < raw.length; j++) {
          raw[j] += hidden[k] * weights[k * raw.length + j];
        }
      }
      centers = before.clone();
      for (int n = 0; n < components; n++) {
        centers[n] += StrictMath.exp(stepExponent(n));
      }
      for (int u = 0; u < context.length; u++) {
        for (int i = 0; i < size; i++) {
          vector[i] += phi(u) * context[u][i];
        }
      }
    }

    /** w [W]. */
    public double[] vector() {
      return vector;
    }

    /** κ [N]. */
    public double[] centers() {
      return centers;
    }

    /** φ at a position. */
    public double phi(int u) {
      double sum = 0;
      for (int n = 0; n < components; n++) {
        sum += StrictMath.exp(exponent(n, u));
      }
      return sum;
    }

    private double logHeight(int n) {
      return Math.min(Math.max(raw[n], -12), 8);
    }

    private double logSharpness(int n) {
      return Math.min(Math.max(raw[components + n], -8), 4);
    }

    private double stepExponent(int n) {
      return Math.min(Math.max(raw[2 * components + n], -16), 3);
    }

    private double exponent(int n, int u) {
      double d = u + 0.5 - centers[n];
      return logHeight(n) - StrictMath.exp(logSharpness(n)) * d * d;
    }

    /** Log of φ at a position, where φ itself is 0 in floating point. */
    public double logPhi(int u) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int n = 0; n < components; n++) {
        highest = Math.max(highest, exponent(n, u));
      }
      double sum = 0;
      for (int n = 0; n < components; n++) {
        sum += StrictMath.exp(exponent(n, u) - highest);
      }
      return highest + StrictMath.log(sum);
    }

    /** −log of the share of φ that a character has. */
    public double alignmentLoss(int character) {
      return -logShares()[character];
    }

    private double[] logShares() {
      double[] logs = new double[context.length];
      Arrays.setAll(logs, this::logPhi);
      double highest = Arrays.stream(logs).max().orElseThrow();
      double sum = 0;
      for (double log : logs) {
        sum += StrictMath.exp(log - highest);
      }
      double logSum = highest + StrictMath.log(sum);
      return Arrays.stream(logs).map(log -> log - logSum).toArray();
    }

    /**
     * Goes back, and adds to the gradients of the weights.
     *
     * @param dVector [W]
     * @param dCenters gradient of κ from the next step [N], in; for the step before, out
     * @param character of the alignment loss, negative for none
     * @param strength of the alignment loss
     * @param dHidden [H], added to
     * @param dContext [U][W], added to
     */
    public void back(
        double[] dVector,
        double[] dCenters,
        int character,
        double strength,
        double[] dHidden,
        double[][] dContext) {
      double[] shares = Arrays.stream(logShares()).map(StrictMath::exp).toArray();
      double[] dRaw = new double[raw.length];
      for (int u = 0; u < context.length; u++) {
        double dPhi = 0;
        for (int i = 0; i < size; i++) {
          dPhi += dVector[i] * context[u][i];
          dContext[u][i] += dVector[i] * phi(u);
        }
        double dLogPhi = character < 0 ? 0 : strength * (shares[u] - (u == character ? 1 : 0));
        for (int n = 0; n < components; n++) {
          double dExponent =
              dPhi * StrictMath.exp(exponent(n, u))
                  + dLogPhi * StrictMath.exp(exponent(n, u) - logPhi(u));
          double sharpness = StrictMath.exp(logSharpness(n));
          double d = u + 0.5 - centers[n];
          dRaw[n] += dExponent;
          dRaw[components + n] -= dExponent * sharpness * d * d;
          dCenters[n] += dExponent * sharpness * 2 * d;
        }
      }
      for (int n = 0; n < components; n++) {
        dRaw[2 * components + n] = dCenters[n] * StrictMath.exp(stepExponent(n));
        stopAtBound(dRaw, n, logHeight(n));
        stopAtBound(dRaw, components + n, logSharpness(n));
        stopAtBound(dRaw, 2 * components + n, stepExponent(n));
      }
      for (int j = 0; j < raw.length; j++) {
        dBias[j] += dRaw[j];
        for (int k = 0; k < hiddenSize; k++) {
          dWeights[k * raw.length + j] += hidden[k] * dRaw[j];
          dHidden[k] += weights[k * raw.length + j] * dRaw[j];
        }
      }
    }

    private void stopAtBound(double[] dRaw, int j, double bounded) {
      if (raw[j] != bounded) {
        dRaw[j] = 0;
      }
    }
  }
}
