package ductus.ink.recognition;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a page apart into lines, in the order of writing: a new line begins where the pen goes back
 * to the left and down by more than a letter.
 */
public final class LineSplitting {
  /**
   * The way down to a new line, in heights of a usual stroke; an x-height is a bit less than one.
   */
  private static final double DOWN = 1.1;

  /** The way back from the line's end to a new line, in heights of a usual stroke. */
  private static final double BACK = 3;

  private LineSplitting() {}

  /** The lines of a page, at least one. */
  public static List<Handwriting> of(Handwriting page) {
    double height = usualHeight(page.strokes());
    List<Handwriting> lines = new ArrayList<>();
    List<Stroke> line = new ArrayList<>();
    double right = Double.NEGATIVE_INFINITY;
    double middle = 0;
    for (Stroke stroke : page.strokes()) {
      Box box = box(stroke);
      double center = (box.bottom() + box.top()) / 2;
      if (!line.isEmpty()
          && middle / line.size() - center > DOWN * height
          && right - box.left() > BACK * height) {
        lines.add(Handwriting.of(line));
        line.clear();
        right = Double.NEGATIVE_INFINITY;
        middle = 0;
      }
      line.add(stroke);
      right = Math.max(right, box.right());
      middle += center;
    }
    lines.add(Handwriting.of(line));
    return lines.size() == 1 ? List.of(page) : lines;
  }

  /** The median height of the strokes that are no dots. */
  private static double usualHeight(List<Stroke> strokes) {
    double[] heights =
        strokes.stream().mapToDouble(stroke -> box(stroke).height()).sorted().toArray();
    double tallest = heights.length == 0 ? 0 : heights[heights.length - 1];
    double[] letters = Arrays.stream(heights).filter(height -> height > tallest / 10).toArray();
    return letters.length == 0 ? 0 : letters[letters.length / 2];
  }

  private static Box box(Stroke stroke) {
    List<PenPoint> points = stroke.points();
    return Box.around(points).orElseThrow();
  }
}
