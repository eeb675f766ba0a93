package ductus.train.plan;

/**
 * What is done about gradients that are too long; 0 for nothing. The norm is limited first, then
 * the entries.
 *
 * @param norm longest gradient, as the Euclidean norm over all weights; a longer one is scaled down
 *     (Pascanu et al. 2013)
 * @param value largest magnitude of one weight's gradient
 * @param derivatives largest magnitude of a derivative at the inputs of a recurrent layer's gates,
 *     on the way back through time (Graves 2013), of the loss summed over targets
 */
public record Clipping(double norm, double value, double derivatives) {
  /** Gradients as they are. */
  public static final Clipping NONE = new Clipping(0, 0, 0);

  public Clipping {
    Range.requireStrength("clip norm", norm);
    Range.requireStrength("clip value", value);
    Range.requireStrength("clip derivatives", derivatives);
  }

  /** Limits the norm only. */
  public static Clipping byNorm(double norm) {
    return new Clipping(norm, 0, 0);
  }

  /** Largest derivative of the mean over so many targets; infinite for any. */
  public double derivativeLimit(int targets) {
    return derivatives > 0 ? derivatives / targets : Double.POSITIVE_INFINITY;
  }

  /** What a gradient of this norm is multiplied by. */
  public double scale(double length) {
    return norm > 0 && length > norm ? norm / length : 1;
  }
}
