package ductus.ink.hand;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The proportions that a hand's letters have in common, x-heights.
 *
 * @param slant dx/dy of its stems
 * @param ascender usual top of capitals and of letters with ascenders
 * @param stems distance of the two stems of an n, about; 0 where there is no n
 */
public record Proportions(double slant, double ascender, double stems) {
  private static final String STEMS = "bdfhiklptBDEFHIKLPRT";
  private static final String TALL = "bdhklABDEFHIKLNRT";

  private static final String SMALL_TALL = "bdhkl";

  /** Height up to which a letter has no ascender. */
  private static final double NO_ASCENDER = 1.25;

  /** Height of ascenders where a hand has no tall letter. */
  private static final double USUAL_ASCENDER = 1.7;

  /** Measures the letters of a hand. */
  public static Proportions of(Hand hand) {
    double[] tops = glyphs(hand, TALL).mapToDouble(glyph -> glyph.box().top()).sorted().toArray();
    return new Proportions(
        slant(hand),
        tops.length == 0 ? USUAL_ASCENDER : tops[tops.length / 2],
        glyphs(hand, "n").mapToDouble(Proportions::stems).average().orElse(0));
  }

  /** Whether a hand writes capitals for small letters: none of these stands above the others. */
  public static boolean areCapitals(Hand hand) {
    double[] tops =
        glyphs(hand, SMALL_TALL).mapToDouble(glyph -> glyph.box().top()).sorted().toArray();
    return tops.length > 0 && tops[tops.length / 2] < NO_ASCENDER;
  }

  private static Stream<Glyph> glyphs(Hand hand, String characters) {
    return characters.codePoints().boxed().flatMap(character -> hand.drawings(character).stream());
  }

  /** Mean slant of all steep ink in letters with stems. */
  private static double slant(Hand hand) {
    double across = 0;
    double up = 0;
    for (Stroke stroke : glyphs(hand, STEMS).flatMap(g -> g.strokes().stream()).toList()) {
      List<PenPoint> points = stroke.points();
      for (int i = 1; i < points.size(); i++) {
        double deltaX = points.get(i).x() - points.get(i - 1).x();
        double deltaY = points.get(i).y() - points.get(i - 1).y();
        if (Math.abs(deltaY) > 1.5 * Math.abs(deltaX)) {
          across += deltaY < 0 ? -deltaX : deltaX;
          up += Math.abs(deltaY);
        }
      }
    }
    return up == 0 ? 0 : across / up;
  }

  /** Width of a drawing at half the x-height, where entry and exit do not count. */
  private static double stems(Glyph glyph) {
    double[] middle =
        glyph.strokes().stream()
            .flatMapToDouble(stroke -> Arrays.stream(crossings(stroke.points(), 0.5)))
            .sorted()
            .toArray();
    return middle.length == 0 ? 0 : middle[middle.length - 1] - middle[0];
  }

  /** The places where a line goes through a height. */
  private static double[] crossings(List<PenPoint> points, double height) {
    double[] crossings = new double[points.size()];
    int found = 0;
    for (int i = 1; i < points.size(); i++) {
      PenPoint from = points.get(i - 1);
      PenPoint to = points.get(i);
      if (from.y() <= height != to.y() <= height) {
        double part = (height - from.y()) / (to.y() - from.y());
        crossings[found++] = from.x() + part * (to.x() - from.x());
      }
    }
    return Arrays.copyOf(crossings, found);
  }
}
