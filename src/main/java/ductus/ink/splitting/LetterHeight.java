package ductus.ink.splitting;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates the height of small letters, whether they are joined or not: the median of the pen's
 * ways down, dots and wiggles aside.
 */
final class LetterHeight {
  /** Least way down that counts, in heights of a usual stroke. */
  private static final double LEAST = 0.2;

  private LetterHeight() {}

  /** The height of small letters; 0 where no stroke has a height. */
  static double of(List<Stroke> strokes) {
    double stroke = usualHeight(strokes);
    List<Double> ways = new ArrayList<>();
    if (stroke > 0) {
      strokes.forEach(each -> addWaysDown(each, LEAST * stroke, ways));
    }
    return ways.isEmpty() ? stroke : ways.stream().sorted().toList().get(ways.size() / 2);
  }

  /** The median height of the strokes that are no dots. */
  private static double usualHeight(List<Stroke> strokes) {
    double[] heights =
        strokes.stream()
            .mapToDouble(stroke -> Box.around(stroke.points()).orElseThrow().height())
            .sorted()
            .toArray();
    double tallest = heights.length == 0 ? 0 : heights[heights.length - 1];
    double[] letters = Arrays.stream(heights).filter(height -> height > tallest / 10).toArray();
    return letters.length == 0 ? 0 : letters[letters.length / 2];
  }

  private static void addWaysDown(Stroke stroke, double least, List<Double> ways) {
    double top = stroke.first().y();
    double bottom = top;
    boolean falling = false;
    for (PenPoint point : stroke.points()) {
      double y = point.y();
      if (!falling) {
        top = Math.max(top, y);
        falling = y < top - least;
        bottom = y;
      } else if (y < bottom + least) {
        bottom = Math.min(bottom, y);
      } else {
        ways.add(top - bottom);
        falling = false;
        top = y;
      }
    }
    if (falling) {
      ways.add(top - bottom);
    }
  }
}
