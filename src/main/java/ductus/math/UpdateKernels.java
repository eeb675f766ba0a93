package ductus.math;

import org.ejml.data.FMatrixRMaj;

/**
 * Passes over weights and their gradients: norms, penalties, steps of optimizers, averages. Every
 * pass reads and writes each entry once. A step's {@code gradientScale} is a factor on the gradient
 * before it is used (clipping by the norm).
 */
public interface UpdateKernels {
  /**
   * The constants of Adam.
   *
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   * @param epsilon added to the root of the second moment
   */
  record AdamConstants(float beta1, float beta2, float epsilon) {}

  /**
   * The constants of RMSProp.
   *
   * @param decay of the means of gradients and of their squares
   * @param momentum share of the last change that is kept
   * @param epsilon added to the variance under the root
   */
  record RmsPropConstants(float decay, float momentum, float epsilon) {}

  /** Sum of squares of {@code length} entries. */
  double sumOfSquares(float[] values, int offset, int length);

  /**
   * The limit of a gradient and the penalties of its weights.
   *
   * @param limit largest magnitude of a gradient's entry; infinite for none
   * @param l1 strength of the penalty on the weights' magnitudes
   * @param l2 strength of the penalty on half of their squares
   */
  record Penalty(float limit, float l1, float l2) {
    /** Whether this changes anything. */
    public boolean isAny() {
      return limit < Float.POSITIVE_INFINITY || l1 != 0 || l2 != 0;
    }
  }

  /**
   * Makes the gradient that an optimizer follows from that of the loss: g = min(max(scale · g,
   * −limit), limit) + l1 · sign(w) + l2 · w.
   *
   * @param gradient modified
   * @param weights not modified
   * @param scale factor on the gradient of the loss
   */
  void clipAndPenalize(
      FMatrixRMaj gradient,
      FMatrixRMaj weights,
      int offset,
      int length,
      float scale,
      Penalty penalty);

  /**
   * The matrices that {@link #momentum} works on.
   *
   * @param weights w, modified
   * @param gradient g, not modified
   * @param velocity v, modified
   */
  record MomentumMatrices(FMatrixRMaj weights, FMatrixRMaj gradient, FMatrixRMaj velocity) {}

  /**
   * Takes a step of gradient descent with momentum (Polyak 1964): v = momentum · v + g, w = w −
   * rate · v.
   */
  void momentum(
      MomentumMatrices matrices,
      int offset,
      int length,
      float gradientScale,
      float rate,
      float momentum);

  /**
   * The matrices that {@link #rmsProp} works on.
   *
   * @param weights w, modified
   * @param gradient g, not modified
   * @param square mean of the squared gradients n, modified
   * @param mean mean of the gradients m, modified
   * @param change Δ, modified
   */
  record RmsPropMatrices(
      FMatrixRMaj weights,
      FMatrixRMaj gradient,
      FMatrixRMaj square,
      FMatrixRMaj mean,
      FMatrixRMaj change) {}

  /**
   * Takes a step of RMSProp (Graves 2013, eq. 38–41): n = decay · n + (1 − decay) · g², m = decay ·
   * m + (1 − decay) · g, Δ = momentum · Δ − rate · g / √(n − m² + ε), w = w + Δ.
   */
  void rmsProp(
      RmsPropMatrices matrices,
      int offset,
      int length,
      float gradientScale,
      float rate,
      RmsPropConstants constants);

  /**
   * The matrices that {@link #adam} works on.
   *
   * @param weights modified
   * @param gradient not modified
   * @param mean first moment, modified
   * @param variance second moment, modified
   */
  record AdamMatrices(
      FMatrixRMaj weights, FMatrixRMaj gradient, FMatrixRMaj mean, FMatrixRMaj variance) {}

  /**
   * The rates of one update by Adam.
   *
   * @param rate learning rate divided by the bias correction of the first moment
   * @param varianceScale one over the bias correction of the second moment
   * @param kept share of a weight that its decay leaves; 1 without decay
   */
  record AdamRates(float rate, float varianceScale, float kept, AdamConstants constants) {}

  /**
   * Takes a step of Adam (Kingma and Ba 2015, algorithm 1), with the decoupled weight decay of
   * AdamW (Loshchilov and Hutter 2019, algorithm 2).
   */
  void adam(AdamMatrices matrices, int offset, int length, float gradientScale, AdamRates rates);

  /**
   * Moves averages towards the weights: a = a + share · (w − a).
   *
   * @param average a, modified
   * @param weights w, not modified
   */
  void average(float[] average, float[] weights, int offset, int length, float share);
}
