package ductus.series.linear;

/**
 * What a linear forecast may be made of beside a column's own last values and those of a season,
 * and how.
 *
 * @param calendar whether the time of a row counts
 * @param others whether the values of other columns do
 * @param ridge what is added to the squares of each feature, as a share of them, which keeps
 *     weights small; above 0
 */
public record LinearTerms(boolean calendar, boolean others, double ridge) {
  /** Keeps weights finite where features depend on each other, and no more. */
  private static final double LEAST_RIDGE = 1e-9;

  /** Of 1e-9, 1e-3 and 1e-2 the one that was best on the whole, smooth series and noisy ones. */
  private static final double NETWORK_RIDGE = 1e-3;

  /** An autoregression: the column's own values alone. */
  public static final LinearTerms OWN = new LinearTerms(false, false, LEAST_RIDGE);

  /** A regression on all that there is. */
  public static final LinearTerms ALL = new LinearTerms(true, true, LEAST_RIDGE);

  /**
   * A regression that a network adds to. Its weights are kept small: those of a smooth series,
   * which is foretold to many digits, would be so large that errors grow from step to step.
   */
  public static final LinearTerms BASIS = new LinearTerms(true, true, NETWORK_RIDGE);
}
