package ductus.music.engraving.reading;

import java.util.List;

/**
 * The division of a cell, a quarter note or less, that suits what was played in it: sixteenths
 * unless triplets are much nearer, and finer ones only where notes would fall together.
 */
final class CellDivision {
  /** A quarter of a cell of a quarter note is a sixteenth. */
  private static final List<Integer> OF_QUARTERS = List.of(4, 3, 8, 6);

  private static final List<Integer> OF_EIGHTHS = List.of(2, 4, 3);
  private static final List<Integer> OF_SHORTER = List.of(1, 2);

  /**
   * How much nearer, in squared shares of a cell, the second division must be; of others the more.
   */
  private static final double PREFERENCE = 0.002;

  /** What it costs that two notes fall together which were played apart. */
  private static final double COLLISION = 0.02;

  /** Share of a cell by which notes are apart that do not mean a chord. */
  private static final double APART = 0.09;

  private CellDivision() {}

  /**
   * The number of parts.
   *
   * @param onsets in shares of the cell, ascending
   * @param cellsPerQuarter 1, 2 or more
   */
  static int parts(List<Double> onsets, int cellsPerQuarter) {
    List<Integer> choices =
        cellsPerQuarter == 1 ? OF_QUARTERS : cellsPerQuarter == 2 ? OF_EIGHTHS : OF_SHORTER;
    int best = choices.get(0);
    double least = Double.MAX_VALUE;
    for (int i = 0; i < choices.size(); i++) {
      double cost = i * i * i * PREFERENCE + cost(onsets, choices.get(i));
      if (cost < least) {
        least = cost;
        best = choices.get(i);
      }
    }
    return best;
  }

  private static double cost(List<Double> onsets, int parts) {
    double squares = 0;
    double collisions = 0;
    double before = -1;
    for (double onset : onsets) {
      double error = onset - Math.rint(onset * parts) / parts;
      squares += error * error;
      boolean together = before >= 0 && Math.rint(onset * parts) == Math.rint(before * parts);
      if (together && onset - before > APART) {
        collisions += COLLISION;
      }
      before = onset;
    }
    return squares / Math.max(1, onsets.size()) + collisions;
  }
}
