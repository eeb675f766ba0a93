package ductus.ink.motion;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.prepare.HeightNormalization;
import ductus.ink.prepare.PreparedInk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the pen is where on a page.
 *
 * @param xHeight of the writing, mm
 * @param strokes in the order of writing
 */
public record PageTiming(double xHeight, List<TimedStroke> strokes) {
  /** Where the writing does not tell its x-height, mm. */
  private static final double USUAL_X_HEIGHT = 2.5;

  /** A lower one is not that of letters, mm. */
  private static final double LEAST_X_HEIGHT = 0.5;

  /**
   * A stroke in its time.
   *
   * @param begin seconds since the first stroke began
   */
  public record TimedStroke(double begin, StrokeTiming timing) {
    /** Seconds from the beginning of the first stroke to the end of this one. */
    public double end() {
      return begin + timing.seconds();
    }
  }

  public PageTiming {
    strokes = List.copyOf(strokes);
  }

  /** Times a page as it would be written with a motion. */
  public static PageTiming of(Page page, PenMotion motion) {
    double xHeight = xHeight(page);
    List<TimedStroke> timed = new ArrayList<>();
    Optional<Stroke> before = Optional.empty();
    double seconds = 0;
    for (Stroke stroke : page.strokes().toList()) {
      if (before.isPresent()) {
        seconds += motion.lift(before.get().last().distance(stroke.first()) / xHeight);
      }
      StrokeTiming timing = StrokeTiming.of(inXHeights(stroke, xHeight), motion);
      timed.add(new TimedStroke(seconds, timing));
      seconds += timing.seconds();
      before = Optional.of(stroke);
    }
    return new PageTiming(xHeight, timed);
  }

  /** Seconds from the beginning of the first stroke to the end of the last. */
  public double seconds() {
    return strokes.isEmpty() ? 0 : strokes.get(strokes.size() - 1).end();
  }

  /** Mean speed on paper, mm a second; NaN where there are but dots. */
  public double speed() {
    double length = strokes.stream().mapToDouble(stroke -> stroke.timing().length()).sum();
    double seconds = strokes.stream().mapToDouble(stroke -> stroke.timing().seconds()).sum();
    return xHeight * length / seconds;
  }

  /**
   * The same movement, quicker or slower: lifts take the more time or the less, too.
   *
   * @param speed mean speed on paper, mm a second
   */
  public PageTiming withSpeed(double speed) {
    double factor = speed() / speed;
    if (Double.isNaN(factor)) {
      return this;
    }
    return new PageTiming(
        xHeight,
        strokes.stream()
            .map(stroke -> new TimedStroke(stroke.begin * factor, stroke.timing.stretched(factor)))
            .toList());
  }

  /** The x-height that the lines have in the median, so that a line of few letters tells little. */
  private static double xHeight(Page page) {
    double[] heights =
        page.lines().stream()
            .map(PageTiming::preparedLine)
            .flatMap(line -> line.value(PreparedInk.X_HEIGHT).stream())
            .mapToDouble(height -> Math.max(LEAST_X_HEIGHT, height))
            .sorted()
            .toArray();
    return heights.length == 0 ? USUAL_X_HEIGHT : heights[heights.length / 2];
  }

  private static PreparedInk preparedLine(PlacedLine line) {
    return new HeightNormalization()
        .apply(
            new Handwriting(line.strokes().toList(), Optional.of(line.text()), Optional.empty()));
  }

  private static Stroke inXHeights(Stroke stroke, double xHeight) {
    List<PenPoint> points =
        stroke.points().stream()
            .map(point -> PenPoint.at(point.x() / xHeight, point.y() / xHeight))
            .toList();
    return new Stroke(points);
  }
}
