package ductus.ink.splitting;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.splitting.CenterLine.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the lines of a page. Letters that were written one after the other, each beside the one
 * before, are a fragment of a line. If the page was written line by line ({@link SuccessiveLines}),
 * that says which fragments are a line; else where they stand does ({@link LineJoining}).
 */
final class LineFinder {
  /** Widest gap within a fragment, in heights of letters. */
  private static final double GAP = 4;

  /** How far beside a stroke the ink is looked for that it goes on with, in heights of letters. */
  private static final double BESIDE = 2.5;

  /** Part of the heights beside a stroke that is left out above, and below: long letters. */
  private static final double OUTER = 0.1;

  /** Least part of a stroke's height, or of that beside it, which the two share on one line. */
  private static final double SHARED = 0.35;

  /** How firmly the slope of a page is held to zero: as by a piece of line so long, in letters. */
  private static final double FIRM = 20;

  private final double letter;

  private LineFinder(double letter) {
    this.letter = letter;
  }

  /**
   * The lines from top to bottom.
   *
   * @param strokes the letters of a page in the order of writing, one or more
   * @param letter height of small letters
   */
  static List<LineFragment> of(List<PageStroke> strokes, double letter) {
    LineFinder finder = new LineFinder(letter);
    List<List<PageStroke>> passages = finder.passages(strokes);
    double slope = finder.slope(passages);
    List<LineFragment> fragments =
        passages.stream().map(each -> new LineFragment(each, letter, slope)).toList();
    return SuccessiveLines.of(fragments).orElseGet(() -> LineJoining.of(fragments)).stream()
        .sorted(Comparator.comparingDouble(line -> depth(line, slope)))
        .toList();
  }

  /** How far down a line stands on a page whose lines have a slope. */
  private static double depth(LineFragment line, double slope) {
    double x = line.box().centerX();
    return slope * x - line.center().at(x);
  }

  private List<List<PageStroke>> passages(List<PageStroke> strokes) {
    List<List<PageStroke>> passages = new ArrayList<>();
    List<PageStroke> passage = new ArrayList<>();
    for (PageStroke stroke : strokes) {
      if (!passage.isEmpty() && !goesOn(passage, stroke.box())) {
        passages.add(passage);
        passage = new ArrayList<>();
      }
      passage.add(stroke);
    }
    passages.add(passage);
    return passages;
  }

  /** Whether a stroke is near a passage, and at the height of the ink that it has there. */
  private boolean goesOn(List<PageStroke> passage, Box next) {
    Box whole = passage.stream().map(PageStroke::box).reduce(Box::with).orElseThrow();
    double from = Math.max(whole.left(), Math.min(whole.right(), next.left()));
    double to = Math.max(whole.left(), Math.min(whole.right(), next.right()));
    if (next.left() - to > GAP * letter || from - next.right() > GAP * letter) {
      return false;
    }
    double[] heights =
        passage.stream()
            .flatMap(stroke -> stroke.points().stream())
            .filter(
                point -> point.x() >= from - BESIDE * letter && point.x() <= to + BESIDE * letter)
            .mapToDouble(PenPoint::y)
            .sorted()
            .toArray();
    if (heights.length == 0) {
      return false;
    }
    double bottom = heights[(int) (OUTER * (heights.length - 1))];
    double top = heights[(int) Math.ceil((1 - OUTER) * (heights.length - 1))];
    double shared = Math.min(top, next.top()) - Math.max(bottom, next.bottom());
    return shared >= SHARED * Math.min(top - bottom, next.height());
  }

  /** The slope that fits all passages best, each at its own height. */
  private double slope(List<List<PageStroke>> passages) {
    Moments moments = new Moments(0, FIRM * letter * FIRM * letter);
    for (List<PageStroke> passage : passages) {
      moments = moments.plus(new CenterLine(PageStroke.points(passage), letter, 0).moments());
    }
    return moments.covariance() / moments.variance();
  }
}
