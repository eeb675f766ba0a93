package ductus.ink.encoding;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.model.reading.LineRows;
import java.util.List;

/**
 * Encodes a line of handwriting as the rows that a reader sees of it. A stroke is cut into pieces
 * of equal length, about 0.6 x-heights, and each is a step: three offsets at equal arc length, in
 * units of 0.2 x-heights, and the height over the baseline. Before each stroke a step says how far
 * the lifted pen moved. So every mark, even a dot, has a step of its own.
 */
public final class ReadingRows {
  /** Version of the rows; a model made with another version is refused. */
  public static final int VERSION = 1;

  /**
   * Number of features of a step: three offsets, the move, whether the pen is lifted, the height.
   */
  public static final int FEATURES = 10;

  /** Number of steps of the longest line that is read. */
  public static final int MOST_STEPS = 20_000;

  private static final int OFFSETS = 3;
  private static final double SPACING = 0.2;
  private static final int MOVE = 2 * OFFSETS;
  private static final int LIFTED = MOVE + 2;
  private static final int HEIGHT = LIFTED + 1;

  /** Largest distance that a feature tells, x-heights; what is further looks as far as this. */
  private static final double FAR = 4;

  private final float[] rows;

  /** Number of the last point that each step has passed, over all strokes. */
  private final int[] points;

  private int at;
  private int point = -1;
  private double penX;
  private double penY;

  private ReadingRows(int steps) {
    rows = new float[steps * FEATURES];
    points = new int[steps];
  }

  /**
   * Encodes the steps of a prepared line.
   *
   * @throws IllegalArgumentException if it has no stroke, or too much ink for one line
   */
  public static LineRows of(Handwriting line) {
    return new LineRows(rows(line).rows, FEATURES);
  }

  /** The number of the last point that each step has passed, over all strokes [T]. */
  public static int[] points(Handwriting line) {
    return rows(line).points;
  }

  private static ReadingRows rows(Handwriting line) {
    List<Stroke> strokes = line.strokes();
    if (strokes.isEmpty()) {
      throw new IllegalArgumentException("a line to read must have a stroke but has none");
    }
    double steps = 0;
    for (Stroke stroke : strokes) {
      steps += 1 + pieces(stroke.length());
    }
    if (steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "a line to read must be at most %,d steps of the pen but was %,.0f: is it one line, its x-height 1?"
              .formatted(MOST_STEPS, steps));
    }
    ReadingRows rows = new ReadingRows((int) steps);
    rows.penX = strokes.get(0).first().x();
    for (Stroke stroke : strokes) {
      rows.move(stroke.first());
      rows.draw(stroke);
    }
    return rows;
  }

  private static double pieces(double length) {
    return Math.max(1, Math.rint(length / (OFFSETS * SPACING)));
  }

  private void move(PenPoint to) {
    rows[at + MOVE] = (float) near(to.x() - penX);
    rows[at + MOVE + 1] = (float) near(to.y() - penY);
    rows[at + LIFTED] = 1;
    penX = to.x();
    penY = to.y();
    point++;
    endStep();
  }

  private void draw(Stroke stroke) {
    List<PenPoint> ink = stroke.points();
    double length = stroke.length();
    int last = point + ink.size() - 1;
    int offsets = OFFSETS * (int) pieces(length);
    double step = length / offsets;
    double gone = 0;
    int taken = 0;
    for (int i = 1; i < ink.size() && taken < offsets - 1; i++) {
      PenPoint from = ink.get(i - 1);
      PenPoint to = ink.get(i);
      double way = from.distance(to);
      while (taken < offsets - 1 && way > 0 && gone + way >= (taken + 1) * step) {
        double part = ((taken + 1) * step - gone) / way;
        offset(
            from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()), taken++);
      }
      gone += way;
      point++;
    }
    point = last;
    while (taken < offsets) {
      offset(stroke.last().x(), stroke.last().y(), taken++);
    }
  }

  private void offset(double x, double y, int number) {
    int column = at + 2 * (number % OFFSETS);
    rows[column] = (float) ((x - penX) / SPACING);
    rows[column + 1] = (float) ((y - penY) / SPACING);
    penX = x;
    penY = y;
    if (number % OFFSETS == OFFSETS - 1) {
      endStep();
    }
  }

  private void endStep() {
    rows[at + HEIGHT] = (float) near(penY);
    points[at / FEATURES] = point;
    at += FEATURES;
  }

  private static double near(double distance) {
    return Math.max(-FAR, Math.min(FAR, distance));
  }
}
