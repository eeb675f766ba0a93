package ductus.series.linear;

/**
 * What a linear forecast may be made of beside a column's own last values and those of a season.
 *
 * @param calendar whether the time of a row counts
 * @param others whether the values of other columns do
 */
public record LinearTerms(boolean calendar, boolean others) {
  /** An autoregression: the column's own values alone. */
  public static final LinearTerms OWN = new LinearTerms(false, false);

  /** A regression on all that there is. */
  public static final LinearTerms ALL = new LinearTerms(true, true);
}
