package ductus.ink.splitting;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the line that a dot, a bar or another small mark belongs to: one with letters near, rather
 * below it than above it, and rather that in which the pen was just writing.
 */
final class MarkPlacement {
  /** Heights of marks about the middle of a line, in heights of letters: commas and dots. */
  private static final double LOWEST = -1;

  private static final double HIGHEST = 1.6;

  /** How much more a distance counts with each height of letters beyond these. */
  private static final double BEYOND = 2;

  /** How much further away ink above a mark counts than ink below it. */
  private static final double ABOVE = 2.5;

  /** What a mark costs in a line in which the pen was neither before nor after it. */
  private static final double ELSEWHERE = 0.5;

  /** Heights of a few letters about the line along with which they were written, likewise. */
  private static final double LOWEST_ALONG = -2.5;

  private static final double HIGHEST_ALONG = 3.5;

  /** Widest that few letters are which may be far from the line, likewise: commas, quotes. */
  private static final double NARROW = 1;

  /** The most that a few letters may cost that were added later. */
  private static final double MOST_ADDED = 0.8;

  private final List<LineFragment> lines;

  /**
   * Creates the placement of marks.
   *
   * @param lines one or more
   */
  MarkPlacement(List<LineFragment> lines) {
    this.lines = lines;
  }

  /**
   * The line of a mark.
   *
   * @param written lines in which the pen was just before and after it
   */
  LineFragment line(PageStroke mark, List<LineFragment> written) {
    List<LineFragment> nearestFirst =
        lines.stream()
            .sorted(Comparator.comparingDouble(line -> leastDistance(mark.box(), line)))
            .toList();
    LineFragment best = nearestFirst.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (LineFragment line : nearestFirst) {
      if (leastDistance(mark.box(), line) >= least) {
        break;
      }
      double cost = cost(mark, line) + (written.contains(line) ? 0 : ELSEWHERE);
      best = cost < least ? line : best;
      least = Math.min(least, cost);
    }
    return best;
  }

  /**
   * Whether a few letters are an addition to a line, such as quotes or a forgotten letter.
   *
   * @param followed whether the pen was near by in that line just before or after them
   */
  static boolean isAddition(LineFragment few, LineFragment line, boolean followed) {
    double x = few.box().centerX();
    double up = (few.center().at(x) - line.center().at(x)) / line.letter();
    if (followed && up >= LOWEST_ALONG && up <= HIGHEST_ALONG) {
      return few.width() <= NARROW
          || few.strokes().stream().anyMatch(stroke -> distance(stroke, line) <= MOST_ADDED);
    }
    return few.strokes().stream()
        .allMatch(stroke -> distance(stroke, line) + BEYOND * beyond(stroke, line) <= MOST_ADDED);
  }

  /** How little a mark fits to a line: about its distance from the letters, in their heights. */
  private static double cost(PageStroke mark, LineFragment line) {
    return distance(mark, line) * (1 + BEYOND * beyond(mark, line));
  }

  /** How far above or below all that a line may have a stroke is, in heights of letters. */
  private static double beyond(PageStroke stroke, LineFragment line) {
    double up = (stroke.box().centerY() - line.center().at(stroke.box().centerX())) / line.letter();
    return Math.max(0, Math.max(LOWEST - up, up - HIGHEST));
  }

  private static double distance(PageStroke stroke, LineFragment line) {
    return line.strokes().stream()
            .flatMap(letter -> letter.points().stream())
            .mapToDouble(point -> distance(stroke.box(), point))
            .min()
            .orElseThrow()
        / line.letter();
  }

  /** Distance to the box around a line, which is at most what a mark costs there. */
  private static double leastDistance(Box mark, LineFragment line) {
    Box box = line.box();
    double right = Math.max(0, Math.max(mark.left() - box.right(), box.left() - mark.right()));
    double up = Math.max(0, Math.max(mark.bottom() - box.top(), box.bottom() - mark.top()));
    return StrictMath.hypot(right, up) / line.letter();
  }

  private static double distance(Box mark, PenPoint ink) {
    double right = Math.max(0, Math.max(mark.left() - ink.x(), ink.x() - mark.right()));
    double below = Math.max(0, mark.bottom() - ink.y());
    double above = Math.max(0, ink.y() - mark.top());
    return StrictMath.hypot(right, below + ABOVE * above);
  }
}
