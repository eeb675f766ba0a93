package ductus.ink.compose;

import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A hand with all its drawings ready to compose, and what its letters say about its manner. */
final class PreparedHand {
  /** Space between letters as a part of the width of an n, whose stems stand that far apart. */
  private static final double SPACE = 0.6;

  private static final double PLAIN_SPACE = 0.38;
  private static final String STEMS = "bdfhiklptBDEFHIKLPRT";

  final Hand hand;

  /** Wanted space between letters, x-heights. */
  final double letterSpace;

  /** Wanted space between words. */
  final double wordSpace;

  /** dx/dy of its stems. */
  final double slant;

  private final SortedMap<Integer, List<Shape>> shapes = new TreeMap<>();

  PreparedHand(Hand hand) {
    this.hand = hand;
    for (Map.Entry<Integer, List<Glyph>> entry : hand.glyphs().entrySet()) {
      shapes.put(entry.getKey(), entry.getValue().stream().map(Shape::new).toList());
    }
    slant = slant();
    double width = shapes('n').stream().mapToDouble(PreparedHand::stemWidth).average().orElse(0);
    letterSpace = width == 0 ? PLAIN_SPACE : Math.min(0.6, Math.max(0.25, SPACE * width));
    wordSpace = 0.35 + 1.6 * letterSpace;
  }

  List<Shape> shapes(int character) {
    return shapes.getOrDefault(character, List.of());
  }

  /** Width of a letter at half its height, where entry and exit are not counted. */
  private static double stemWidth(Shape shape) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < shape.size(); i++) {
      if (shape.y[i] > 0.35 && shape.y[i] < 0.65) {
        left = Math.min(left, shape.x[i]);
        right = Math.max(right, shape.x[i]);
      }
    }
    return Math.max(0, right - left);
  }

  /** Mean direction of all steep ink in letters with stems. */
  private double slant() {
    double sumX = 0;
    double sumY = 0;
    for (int character : STEMS.codePoints().toArray()) {
      for (Shape shape : shapes(character)) {
        int start = 0;
        for (int end : shape.ends) {
          for (int i = start + 1; i < end; i++) {
            double deltaX = shape.x[i] - shape.x[i - 1];
            double deltaY = shape.y[i] - shape.y[i - 1];
            if (Math.abs(deltaY) > 1.5 * Math.abs(deltaX)) {
              sumX += deltaY < 0 ? -deltaX : deltaX;
              sumY += Math.abs(deltaY);
            }
          }
          start = end;
        }
      }
    }
    return sumY == 0 ? 0 : sumX / sumY;
  }
}
