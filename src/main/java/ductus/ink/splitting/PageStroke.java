package ductus.ink.splitting;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * A stroke where it stands on its page.
 *
 * @param number in the order of writing, from 0
 * @param stroke as it was written
 * @param points at equal distances along the stroke, a few to a letter
 * @param box around the stroke
 */
record PageStroke(int number, Stroke stroke, List<PenPoint> points, Box box) {
  /** Distance of the points, in heights of letters. */
  private static final double SPACING = 0.4;

  private static final int MOST_POINTS = 200_000;

  /** Height below which a stroke is a dot, a bar or a comma, in heights of letters. */
  private static final double MARK = 0.5;

  /** The strokes of a page in the order of writing. */
  static List<PageStroke> of(Handwriting page, double letter) {
    double length = page.strokes().stream().mapToDouble(Stroke::length).sum();
    double spacing = Math.max(SPACING * letter, length / MOST_POINTS);
    List<PageStroke> strokes = new ArrayList<>();
    for (Stroke stroke : page.strokes()) {
      strokes.add(
          new PageStroke(
              strokes.size(),
              stroke,
              spaced(stroke, spacing),
              Box.around(stroke.points()).orElseThrow()));
    }
    return strokes;
  }

  private static List<PenPoint> spaced(Stroke stroke, double spacing) {
    List<PenPoint> spaced = new ArrayList<>(List.of(stroke.first()));
    double rest = spacing;
    for (int i = 1; i < stroke.points().size(); i++) {
      PenPoint from = stroke.points().get(i - 1);
      PenPoint to = stroke.points().get(i);
      double length = from.distance(to);
      for (; rest <= length; rest += spacing) {
        spaced.add(from.towards(to, rest / length));
      }
      rest -= length;
    }
    spaced.add(stroke.last());
    return spaced;
  }

  /** The points of some strokes. */
  static List<PenPoint> points(List<PageStroke> strokes) {
    return strokes.stream().flatMap(stroke -> stroke.points().stream()).toList();
  }

  /** Whether this is too low for a letter, where letters are of a given height. */
  boolean isMark(double letter) {
    return box.height() < MARK * letter;
  }
}
