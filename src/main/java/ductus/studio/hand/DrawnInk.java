package ductus.studio.hand;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The page's form of ink: strokes of points, each x and y in x-heights over the line to write on, y
 * up, then the seconds where they are known, then the pressure from 0 to 1 where there is some.
 *
 * @param strokes the most that are taken
 * @param points the most that are taken, of all strokes together
 * @param furthest that a point may lie from the origin to each side, in x-heights
 * @param timed whether every point says its seconds
 */
public record DrawnInk(int strokes, int points, double furthest, boolean timed) {
  /** A character. */
  static final DrawnInk CHARACTER = new DrawnInk(20, 5000, 10, false);

  /** A line of running script. */
  public static final DrawnInk LINE = new DrawnInk(400, 40_000, 80, true);

  /**
   * Reads ink.
   *
   * @param text that it says
   * @param called what complaints call it
   * @throws IllegalArgumentException if it is not of this form, or more than what is taken
   */
  public Handwriting read(String text, String called, List<List<List<Double>>> drawn) {
    limit(called, "strokes", drawn.size(), strokes);
    List<Stroke> read = new ArrayList<>();
    int count = 0;
    for (List<List<Double>> stroke : drawn) {
      if (stroke == null || stroke.isEmpty()) {
        throw new IllegalArgumentException("a stroke of " + called + " must have a point");
      }
      count += stroke.size();
      limit(called, "points", count, points);
      read.add(new Stroke(stroke.stream().map(point -> point(called, point)).toList()));
    }
    return new Handwriting(read, Optional.of(text), Optional.empty());
  }

  /** Checks a number of things. */
  static void limit(String called, String of, int number, int most) {
    if (number > most) {
      throw new IllegalArgumentException(
          "%s must have at most %d %s but has %d".formatted(called, most, of, number));
    }
  }

  private PenPoint point(String called, List<Double> numbers) {
    int fewest = timed ? 3 : 2;
    if (numbers == null
        || numbers.size() < fewest
        || numbers.size() > fewest + 1
        || numbers.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(
          "a point of %s must be x, y%s and perhaps a pressure but was %s"
              .formatted(called, timed ? ", seconds" : "", numbers));
    }
    double x = numbers.get(0);
    double y = numbers.get(1);
    double seconds = timed ? numbers.get(2) : Double.NaN;
    double pressure = numbers.size() > fewest ? numbers.get(fewest) : Double.NaN;
    if (!(Math.abs(x) <= furthest && Math.abs(y) <= furthest)) {
      throw new IllegalArgumentException(
          "%s must be within %.0f x-heights but reaches %s, %s".formatted(called, furthest, x, y));
    }
    if (seconds < 0 || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("seconds must be 0 or more but were " + seconds);
    }
    if (pressure < 0 || pressure > 1) {
      throw new IllegalArgumentException("a pressure must be 0 to 1 but was " + pressure);
    }
    return new PenPoint(x, y, seconds, pressure);
  }

  /** The page's form of ink. */
  List<List<List<Double>>> strokes(Handwriting ink) {
    return ink.strokes().stream()
        .map(stroke -> stroke.points().stream().map(this::numbers).toList())
        .toList();
  }

  private List<Double> numbers(PenPoint point) {
    List<Double> numbers = new ArrayList<>(List.of(point.x(), point.y()));
    if (timed) {
      numbers.add(point.seconds());
    }
    if (!Double.isNaN(point.pressure())) {
      numbers.add(point.pressure());
    }
    return numbers;
  }
}
