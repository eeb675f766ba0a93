package ductus.train;

/**
 * How the learning rate goes over a run.
 *
 * @param peak the highest rate
 * @param warmup batches over which it rises to the peak from nearly nothing
 * @param shape how it goes on from there
 */
public record LearningRate(double peak, int warmup, Shape shape) {
  /** What the rate does after the warm-up. */
  public enum Shape {
    /** Stays at the peak. */
    CONSTANT,
    /** Falls along half a cosine to a twentieth of the peak at the last planned batch. */
    COSINE
  }

  private static final double FLOOR = 0.05;

  public LearningRate {
    if (!(peak > 0) || peak > 1) {
      throw new IllegalArgumentException(
          "learning rate must be above 0 and at most 1 but was " + peak);
    }
    if (warmup < 0) {
      throw new IllegalArgumentException("warm-up must be 0 batches or more but was " + warmup);
    }
  }

  /**
   * The rate of a batch, for all its windows.
   *
   * @param batch counted from 0 over the whole run
   * @param total planned batches of the whole run
   */
  public double at(long batch, long total) {
    if (batch < warmup) {
      return peak * (batch + 1) / warmup;
    }
    if (shape == Shape.CONSTANT || total <= warmup) {
      return peak;
    }
    double done = Math.min(1, (double) (batch - warmup) / (total - warmup));
    return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + StrictMath.cos(Math.PI * done)));
  }
}
