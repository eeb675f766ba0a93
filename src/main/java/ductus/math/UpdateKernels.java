package ductus.math;

/**
 * Passes over weights and their gradients: norms, penalties, steps of optimizers, averages. Every
 * pass reads and writes each entry once. A step's {@code gradientScale} is a factor on the gradient
 * before it is used (clipping by the norm).
 */
public interface UpdateKernels {
  /** Sum of squares of {@code length} entries. */
  double sumOfSquares(float[] values, int offset, int length);

  /**
   * Makes the gradient that an optimizer follows from that of the loss: g = min(max(scale · g,
   * −limit), limit) + l1 · sign(w) + l2 · w.
   *
   * @param gradient modified
   * @param weights not modified
   * @param scale factor on the gradient of the loss
   * @param limit largest magnitude of an entry; infinite for none
   * @param l1 strength of the penalty on the weights' magnitudes
   * @param l2 strength of the penalty on half of their squares
   */
  void clipAndPenalize(
      float[] gradient,
      float[] weights,
      int offset,
      int length,
      float scale,
      float limit,
      float l1,
      float l2);

  /**
   * One step of gradient descent with momentum (Polyak 1964): v = momentum · v + g, w = w − rate ·
   * v.
   *
   * @param weights w, modified
   * @param gradient g, not modified
   * @param velocity v, modified
   */
  void momentum(
      float[] weights,
      float[] gradient,
      float[] velocity,
      int offset,
      int length,
      float gradientScale,
      float rate,
      float momentum);

  /**
   * One step of RMSProp (Graves 2013, eq. 38–41): n = decay · n + (1 − decay) · g², m = decay · m +
   * (1 − decay) · g, Δ = momentum · Δ − rate · g / √(n − m² + ε), w = w + Δ.
   *
   * @param weights w, modified
   * @param gradient g, not modified
   * @param square mean of the squared gradients n, modified
   * @param mean mean of the gradients m, modified
   * @param change Δ, modified
   */
  void rmsProp(
      float[] weights,
      float[] gradient,
      float[] square,
      float[] mean,
      float[] change,
      int offset,
      int length,
      float gradientScale,
      float rate,
      RmsPropConstants constants);

  /**
   * One step of Adam (Kingma and Ba 2015, algorithm 1), with the decoupled weight decay of AdamW
   * (Loshchilov and Hutter 2019, algorithm 2).
   *
   * @param weights modified
   * @param gradient not modified
   * @param mean first moment, modified
   * @param variance second moment, modified
   * @param rate learning rate divided by the bias correction of the first moment
   * @param varianceScale one over the bias correction of the second moment
   * @param kept share of a weight that its decay leaves; 1 without decay
   */
  void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      float gradientScale,
      float rate,
      float varianceScale,
      float kept,
      AdamConstants constants);

  /**
   * Moves averages towards the weights: a = a + share · (w − a).
   *
   * @param average a, modified
   * @param weights w, not modified
   */
  void average(float[] average, float[] weights, int offset, int length, float share);
}
