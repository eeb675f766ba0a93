package ductus.nn.head;

/**
 * The mixture loss (Graves 2013, eq. 26) in double precision, straight from the densities, with the
 * limits of {@link Mixture}.
 */
final class ReferenceMixture {
  private final int components;

  /** The offsets' and the pen's part of the last loss. */
  double offsetNats;

  double penNats;

  ReferenceMixture(int components) {
    this.components = components;
  }

  private static double logDeviation(double raw) {
    return Math.min(Math.max(raw, Mixture.LEAST_LOG_DEVIATION), Mixture.GREATEST_LOG_DEVIATION);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  /** Log of weight times density of a component, the weight's normalization left out. */
  private double logTerm(double[] raw, int row, int j, double x, double y) {
    double sx = StrictMath.exp(logDeviation(raw[row + 1 + 3 * components + j]));
    double sy = StrictMath.exp(logDeviation(raw[row + 1 + 4 * components + j]));
    double rho = Mixture.GREATEST_CORRELATION * StrictMath.tanh(raw[row + 1 + 5 * components + j]);
    double zx = (x - raw[row + 1 + components + j]) / sx;
    double zy = (y - raw[row + 1 + 2 * components + j]) / sy;
    double z = zx * zx + zy * zy - 2 * rho * zx * zy;
    return raw[row + 1 + j]
        - StrictMath.log(2 * Math.PI * sx * sy)
        - 0.5 * StrictMath.log1p(-rho * rho)
        - z / (2 * (1 - rho * rho));
  }

  private static double logSumExp(double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    double sum = 0;
    for (double value : values) {
      sum += StrictMath.exp(value - greatest);
    }
    return greatest + StrictMath.log(sum);
  }

  /** Sum over the rows of targets [R×3] that are not masked, of raw outputs [R×(1+6M)]. */
  double loss(double[] raw, double[] targets) {
    offsetNats = 0;
    penNats = 0;
    for (int r = 0; r < targets.length / 3; r++) {
      double end = targets[3 * r + 2];
      if (end >= 0) {
        int row = r * Mixture.outputs(components);
        double[] logits = new double[components];
        double[] terms = new double[components];
        for (int j = 0; j < components; j++) {
          logits[j] = raw[row + 1 + j];
          terms[j] = logTerm(raw, row, j, targets[3 * r], targets[3 * r + 1]);
        }
        offsetNats += logSumExp(logits) - logSumExp(terms);
        penNats += softplus(end > 0 ? -raw[row] : raw[row]);
      }
    }
    return offsetNats + penNats;
  }

  /** The gradient of {@link #loss}, times a scale, by Graves's eq. 27–37. */
  double[] gradient(double[] raw, double[] targets, double scale) {
    double[] gradient = new double[raw.length];
    for (int r = 0; r < targets.length / 3; r++) {
      if (targets[3 * r + 2] >= 0) {
        rowGradient(raw, r * Mixture.outputs(components), targets, 3 * r, scale, gradient);
      }
    }
    return gradient;
  }

  private void rowGradient(
      double[] raw, int row, double[] targets, int target, double scale, double[] gradient) {
    double end = targets[target + 2];
    gradient[row] = scale * (1 / (1 + StrictMath.exp(-raw[row])) - end);
    double[] logits = new double[components];
    double[] terms = new double[components];
    for (int j = 0; j < components; j++) {
      logits[j] = raw[row + 1 + j];
      terms[j] = logTerm(raw, row, j, targets[target], targets[target + 1]);
    }
    double logWeights = logSumExp(logits);
    double logDensity = logSumExp(terms);
    for (int j = 0; j < components; j++) {
      int at = row + 1 + j;
      double sx = StrictMath.exp(logDeviation(raw[at + 3 * components]));
      double sy = StrictMath.exp(logDeviation(raw[at + 4 * components]));
      double tanh = StrictMath.tanh(raw[at + 5 * components]);
      double rho = Mixture.GREATEST_CORRELATION * tanh;
      double zx = (targets[target] - raw[at + components]) / sx;
      double zy = (targets[target + 1] - raw[at + 2 * components]) / sy;
      double share = StrictMath.exp(terms[j] - logDensity);
      double c = 1 / (1 - rho * rho);
      double z = zx * zx + zy * zy - 2 * rho * zx * zy;
      gradient[at] = scale * (StrictMath.exp(logits[j] - logWeights) - share);
      gradient[at + components] = -scale * share * c / sx * (zx - rho * zy);
      gradient[at + 2 * components] = -scale * share * c / sy * (zy - rho * zx);
      gradient[at + 3 * components] = -scale * share * (c * zx * (zx - rho * zy) - 1);
      gradient[at + 4 * components] = -scale * share * (c * zy * (zy - rho * zx) - 1);
      gradient[at + 5 * components] =
          -scale
              * share
              * c
              * (zx * zy + rho * (1 - c * z))
              * Mixture.GREATEST_CORRELATION
              * (1 - tanh * tanh);
    }
  }
}
