package ductus.train.plan;

/**
 * How much a network reads, while it learns, of what it drew itself in place of the true tokens
 * (Bengio et al. 2015), drawn for all steps at once (Duckworth et al. 2019).
 *
 * @param share of the tokens at the ramp's end, 0 to 1
 * @param ramp how it gets there
 */
public record ScheduledSampling(double share, Ramp ramp) {
  /** How the share goes over a run. */
  public enum Ramp {
    /** A share that stays as it is from the first batch on. */
    CONSTANT,
    /** Rises evenly from nothing to the last planned batch. */
    LINEAR
  }

  /** True tokens only. */
  public static final ScheduledSampling NONE = new ScheduledSampling(0, Ramp.CONSTANT);

  public ScheduledSampling {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("scheduled sampling must be 0 to 1 but was " + share);
    }
    if (ramp == null) {
      throw new IllegalArgumentException(
          "scheduled sampling must have the ramp CONSTANT or LINEAR");
    }
    if (ramp == Ramp.LINEAR && share == 0) {
      throw new IllegalArgumentException(
          "sampling ramp must be left out without scheduled sampling");
    }
  }

  /**
   * The share at a batch.
   *
   * @param batch counted from 0 over the whole run
   * @param total planned batches of the whole run
   */
  public double at(long batch, long total) {
    return ramp == Ramp.CONSTANT ? share : share * Math.min(1, (double) batch / total);
  }
}
