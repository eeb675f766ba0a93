package ductus.nn.head;

import ductus.math.FastExp;
import org.ejml.data.FMatrixRMaj;

/**
 * The weights of changes from one label to another [V×V], e to the logits; none from a label to
 * itself.
 */
final class ChainChanges {
  /** Logits of changes and of staying count as within this, so that no sum gets lost. */
  private static final double BOUND = 30;

  private final int labels;
  private final double[][] weights;
  private final double[][] transposed;

  /** Changes of so many labels, none of which is likely yet. */
  ChainChanges(int labels) {
    this.labels = labels;
    weights = new double[labels][labels];
    transposed = new double[labels][labels];
  }

  /** Takes over logits [V×V]: row before, column after. */
  void take(FMatrixRMaj logits) {
    for (int from = 0; from < labels; from++) {
      for (int to = 0; to < labels; to++) {
        double weight = from == to ? 0 : FastExp.exp(bounded(logits.data[from * labels + to]));
        weights[from][to] = weight;
        transposed[to][from] = weight;
      }
    }
  }

  /** Row before, column after [V×V]. */
  double[][] weights() {
    return weights;
  }

  /** Row after, column before [V×V]. */
  double[][] transposed() {
    return transposed;
  }

  /** A logit within the bound. */
  static double bounded(double logit) {
    return Math.max(-BOUND, Math.min(BOUND, logit));
  }

  /** Whether a logit is within the bound, so that it has a gradient. */
  static boolean isWithin(double logit) {
    return Math.abs(logit) <= BOUND;
  }
}
