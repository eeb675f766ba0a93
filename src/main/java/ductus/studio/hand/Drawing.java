package ductus.studio.hand;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.template.HandTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A character as the page drew it.
 *
 * @param character the one that it is
 * @param examples drawings of it, each of strokes, each of points: x and y in x-heights over the
 *     line to write on, y up, and the pressure from 0 to 1 where there is some; none takes it away
 */
record Drawing(String character, List<List<List<List<Double>>>> examples) {
  /** More teach nothing new. */
  static final int MOST_EXAMPLES = 5;

  private static final int MOST_STROKES = 20;
  private static final int MOST_POINTS = 5000;
  private static final double FURTHEST = 10;

  Drawing {
    if (character == null
        || character.codePointCount(0, character.length()) != 1
        || !HandTemplate.characters().contains(character.codePointAt(0))) {
      throw new IllegalArgumentException(
          "a character must be a letter, a digit or a sign of ASCII but was " + character);
    }
    if (examples == null) {
      throw new IllegalArgumentException(character + " must have examples, or an empty list");
    }
    limit(character, "examples", examples.size(), MOST_EXAMPLES);
  }

  private static void limit(String character, String of, int number, int most) {
    if (number > most) {
      throw new IllegalArgumentException(
          "%s must have at most %d %s but has %d".formatted(character, most, of, number));
    }
  }

  /** The examples as labelled ink. */
  List<Handwriting> ink() {
    return examples.stream().map(this::ink).toList();
  }

  private Handwriting ink(List<List<List<Double>>> example) {
    if (example == null || example.isEmpty()) {
      throw new IllegalArgumentException("an example of " + character + " must have a stroke");
    }
    limit(character, "strokes", example.size(), MOST_STROKES);
    List<Stroke> strokes = new ArrayList<>();
    int points = 0;
    for (List<List<Double>> stroke : example) {
      if (stroke == null || stroke.isEmpty()) {
        throw new IllegalArgumentException("a stroke of " + character + " must have a point");
      }
      points += stroke.size();
      limit(character, "points", points, MOST_POINTS);
      strokes.add(new Stroke(stroke.stream().map(this::point).toList()));
    }
    return new Handwriting(strokes, Optional.of(character), Optional.empty());
  }

  private PenPoint point(List<Double> numbers) {
    if (numbers == null
        || numbers.size() < 2
        || numbers.size() > 3
        || numbers.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(
          "a point of %s must be x, y and perhaps a pressure but was %s"
              .formatted(character, numbers));
    }
    double x = numbers.get(0);
    double y = numbers.get(1);
    double pressure = numbers.size() == 3 ? numbers.get(2) : Double.NaN;
    if (!(Math.abs(x) <= FURTHEST && Math.abs(y) <= FURTHEST)) {
      throw new IllegalArgumentException(
          "%s must be within %.0f x-heights but reaches %s, %s"
              .formatted(character, FURTHEST, x, y));
    }
    if (pressure < 0 || pressure > 1) {
      throw new IllegalArgumentException("a pressure must be 0 to 1 but was " + pressure);
    }
    return new PenPoint(x, y, Double.NaN, pressure);
  }

  /** The page's form of an example. */
  static List<List<List<Double>>> strokes(Handwriting ink) {
    return ink.strokes().stream()
        .map(stroke -> stroke.points().stream().map(Drawing::numbers).toList())
        .toList();
  }

  private static List<Double> numbers(PenPoint point) {
    return Double.isNaN(point.pressure())
        ? List.of(point.x(), point.y())
        : List.of(point.x(), point.y(), point.pressure());
  }
}
