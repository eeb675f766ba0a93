package ductus.ink.font;

import ductus.ink.Box;
import ductus.ink.font.HandFont.Letter;
import java.util.List;
import java.util.stream.Stream;

/**
 * How high a font's letters are.
 *
 * @param ascent height up to which most reach
 * @param descent depth down to which most reach, above 0
 * @param capitals height of capitals
 */
record FontMetrics(double ascent, double descent, double capitals) {
  /** X-heights in an em. */
  static final double X_HEIGHTS = 2.6;

  private static final String CAPITALS = "HEIT";
  private static final double USUAL_CAPITALS = 1.7;
  private static final double LEAST_ASCENT = 1.9;
  private static final double LEAST_DESCENT = 0.9;

  /** Measures the basic letters; accents on capitals reach higher, into the line above. */
  static FontMetrics of(HandFont font) {
    List<Box> basic =
        font.letters().entrySet().stream()
            .filter(letter -> letter.getKey() < 0x7F)
            .flatMap(letter -> letter.getValue().stream())
            .flatMap(FontMetrics::box)
            .toList();
    return new FontMetrics(
        basic.stream().mapToDouble(Box::top).reduce(LEAST_ASCENT, Math::max),
        basic.stream().mapToDouble(box -> -box.bottom()).reduce(LEAST_DESCENT, Math::max),
        CAPITALS
            .codePoints()
            .mapToObj(capital -> font.letters().getOrDefault(capital, List.of()))
            .flatMap(List::stream)
            .flatMap(FontMetrics::box)
            .mapToDouble(Box::top)
            .average()
            .orElse(USUAL_CAPITALS));
  }

  private static Stream<Box> box(Letter letter) {
    return Box.around(letter.strokes().stream().flatMap(s -> s.points().stream()).toList())
        .stream();
  }
}
