package ductus.music.plan;

/**
 * What the plan of a tune says of a bar.
 *
 * @param relation to the bar that it returns from
 * @param distance how many bars earlier that one stands, 1 to {@link #FARTHEST}; 0 of a new bar
 */
public record PlannedBar(BarRelation relation, int distance) {
  /** The most bars after which one returns. */
  public static final int FARTHEST = 63;

  /** A bar that returns from none. */
  public static final PlannedBar NEW = new PlannedBar(BarRelation.NEW, 0);

  public PlannedBar {
    boolean isNew = relation == BarRelation.NEW;
    if (distance < (isNew ? 0 : 1) || distance > (isNew ? 0 : FARTHEST)) {
      throw new IllegalArgumentException(
          "distance of a bar that is %s must be %s but was %d"
              .formatted(relation, isNew ? "0" : "1 to " + FARTHEST, distance));
    }
  }
}
