package ductus.ink.font;

import ductus.ink.font.NibOutline.Quadratic;
import java.util.ArrayList;
import java.util.List;

/**
 * A glyph's edge in whole units of a font.
 *
 * @param contours closed rows of points
 * @param advance to the next glyph's origin
 */
record GlyphOutline(List<List<OutlinePoint>> contours, int advance) {
  private static final int ON_CURVE = 0x01;
  private static final int SHORT_X = 0x02;
  private static final int SHORT_Y = 0x04;
  private static final int REPEATED = 0x08;
  private static final int SAME_OR_POSITIVE_X = 0x10;
  private static final int SAME_OR_POSITIVE_Y = 0x20;
  private static final int MOST_REPEATED = 255;

  /** A point of an edge, on it or a control point. */
  record OutlinePoint(int x, int y, boolean isOn) {}

  GlyphOutline {
    contours = contours.stream().map(List::copyOf).toList();
  }

  /**
   * The edge of curves.
   *
   * @param scale units in an x-height
   * @param advance in x-heights
   */
  static GlyphOutline of(List<List<Quadratic>> curves, double scale, double advance) {
    List<List<OutlinePoint>> contours = new ArrayList<>();
    for (List<Quadratic> ring : curves) {
      List<OutlinePoint> points = points(ring, scale);
      if (points.size() > 2) {
        contours.add(points);
      }
    }
    return new GlyphOutline(contours, (int) Math.round(advance * scale));
  }

  private static List<OutlinePoint> points(List<Quadratic> ring, double scale) {
    List<OutlinePoint> points = new ArrayList<>();
    OutlinePoint before = on(ring.get(ring.size() - 1), scale);
    for (Quadratic curve : ring) {
      OutlinePoint control =
          new OutlinePoint(rounded(curve.x1() * scale), rounded(curve.y1() * scale), false);
      OutlinePoint end = on(curve, scale);
      if (!isStraight(before, control, end)) {
        points.add(control);
      }
      if (end.x() != before.x() || end.y() != before.y()) {
        points.add(end);
        before = end;
      }
    }
    return points;
  }

  private static OutlinePoint on(Quadratic curve, double scale) {
    return new OutlinePoint(rounded(curve.x2() * scale), rounded(curve.y2() * scale), true);
  }

  private static int rounded(double units) {
    return (int) Math.round(units);
  }

  /** Whether a control point lies between its ends, to half a unit. */
  private static boolean isStraight(OutlinePoint from, OutlinePoint control, OutlinePoint to) {
    long across =
        (long) (to.x() - from.x()) * (control.y() - from.y())
            - (long) (to.y() - from.y()) * (control.x() - from.x());
    double length = StrictMath.hypot(to.x() - from.x(), to.y() - from.y());
    return Math.abs(across) <= length / 2;
  }

  /** Least and largest coordinates of all points: left, bottom, right, top; zeros without one. */
  List<Integer> bounds() {
    List<OutlinePoint> all = contours.stream().flatMap(List::stream).toList();
    return List.of(
        all.stream().mapToInt(OutlinePoint::x).min().orElse(0),
        all.stream().mapToInt(OutlinePoint::y).min().orElse(0),
        all.stream().mapToInt(OutlinePoint::x).max().orElse(0),
        all.stream().mapToInt(OutlinePoint::y).max().orElse(0));
  }

  /** Number of all points. */
  int points() {
    return contours.stream().mapToInt(List::size).sum();
  }

  /** The glyph as it stands in the table {@code glyf}; no bytes of one without ink. */
  TableBytes table() {
    TableBytes table = new TableBytes();
    if (contours.isEmpty()) {
      return table;
    }
    List<Integer> bounds = bounds();
    table.words(contours.size());
    bounds.forEach(table::words);
    int end = -1;
    for (List<OutlinePoint> contour : contours) {
      end += contour.size();
      table.words(end);
    }
    table.words(0);
    List<Integer> flags = new ArrayList<>();
    TableBytes xs = new TableBytes();
    TableBytes ys = new TableBytes();
    int x = 0;
    int y = 0;
    for (OutlinePoint point : contours.stream().flatMap(List::stream).toList()) {
      flags.add(
          (point.isOn() ? ON_CURVE : 0)
              | coordinate(xs, point.x() - x, SHORT_X, SAME_OR_POSITIVE_X)
              | coordinate(ys, point.y() - y, SHORT_Y, SAME_OR_POSITIVE_Y));
      x = point.x();
      y = point.y();
    }
    flags(table, flags);
    return table.all(xs).all(ys).padded();
  }

  /** Adds a difference in as few bytes as there can be; returns its flags. */
  private static int coordinate(TableBytes table, int difference, int isShort, int positive) {
    if (difference == 0) {
      return positive;
    }
    if (Math.abs(difference) < 256) {
      table.bytes(Math.abs(difference));
      return isShort | (difference > 0 ? positive : 0);
    }
    table.words(difference);
    return 0;
  }

  private static void flags(TableBytes table, List<Integer> flags) {
    for (int i = 0; i < flags.size(); ) {
      int same = 1;
      while (i + same < flags.size()
          && same <= MOST_REPEATED
          && flags.get(i + same).equals(flags.get(i))) {
        same++;
      }
      if (same > 1) {
        table.bytes(flags.get(i) | REPEATED, same - 1);
      } else {
        table.bytes(flags.get(i));
      }
      i += same;
    }
  }
}
