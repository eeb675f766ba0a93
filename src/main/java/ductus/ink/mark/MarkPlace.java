package ductus.ink.mark;

import ductus.ink.PenPoint;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Where a mark stands over, under or through a letter, upright.
 *
 * @param x of the mark's origin
 * @param y of the mark's origin
 * @param width factor of its width
 * @param height factor of its height
 */
record MarkPlace(double x, double y, double width, double height) {
  private static final String TALL = "bdfhklt";

  /** Space between a letter's top and a mark above it: less over capitals, which are high. */
  private static final double GAP = 0.2;

  private static final double CAPITAL_GAP = 0.13;

  /** Space between a letter and what stands below or beside it. */
  private static final double APART = 0.14;

  /** Highest that a letter without an ascender may reach; ink above it is a neighbor's. */
  private static final double HIGHEST_SMALL = 1.3;

  private static final double HIGHEST = 2.4;

  /** Height below which a letter has its feet. */
  private static final double FEET = 0.3;

  static boolean isAbove(int mark) {
    return !isBelow(mark) && mark != Symbols.COMMA_BESIDE && mark < Symbols.BAR;
  }

  private static boolean isBelow(int mark) {
    return mark == Symbols.COMMA_BELOW || mark == Symbols.CEDILLA || mark == Symbols.OGONEK;
  }

  /**
   * The place of a mark.
   *
   * @param ink points of the letter, upright
   */
  static MarkPlace of(int mark, int letter, List<PenPoint> ink) {
    boolean tall = Character.isUpperCase(letter) || TALL.indexOf(letter) >= 0;
    double highest = tall ? HIGHEST : HIGHEST_SMALL;
    List<PenPoint> points = ink.stream().filter(p -> p.y() <= highest).toList();
    Letter drawn = new Letter(points.isEmpty() ? ink : points, tall);
    return switch (mark) {
      case Symbols.COMMA_BELOW -> plain(drawn.middle(y -> y < FEET), -APART);
      case Symbols.CEDILLA -> plain(drawn.middle(y -> y < FEET), 0);
      case Symbols.OGONEK ->
          plain(drawn.across(y -> y < FEET, "eE".indexOf(letter) < 0 ? 0.85 : 0.7), 0);
      case Symbols.COMMA_BESIDE ->
          plain(drawn.across(y -> y > 0.7 * drawn.top, 1) + APART, drawn.top);
      case Symbols.BAR -> bar(letter, drawn);
      case Symbols.SHORT_SLASH ->
          plain(
              drawn.across(
                  y -> y > 0.3 * drawn.top && y < 0.75 * drawn.top, letter == 'L' ? 0.2 : 0.5),
              0.5 * drawn.top);
      case Symbols.SLASH -> slash(drawn);
      default ->
          plain(drawn.middle(y -> y > drawn.top / 2), drawn.top + (tall ? CAPITAL_GAP : GAP));
    };
  }

  private static MarkPlace plain(double x, double y) {
    return new MarkPlace(x, y, 1, 1);
  }

  /** Through the stem of d and h above their bows, through the stem of D, through all of H. */
  private static MarkPlace bar(int letter, Letter drawn) {
    if (letter == 'H') {
      return new MarkPlace(drawn.middle(y -> true), 0.75 * drawn.top, 2 * drawn.width(), 1);
    }
    if (letter == 'D') {
      return plain(drawn.across(y -> y > 0.3 * drawn.top && y < 0.7 * drawn.top, 0), drawn.top / 2);
    }
    return plain(drawn.across(y -> y > 1.15, 0.5), (1 + drawn.top) / 2);
  }

  /** From corner to corner of a round letter, and steeply through a flat sign. */
  private static MarkPlace slash(Letter drawn) {
    double height = drawn.top - drawn.bottom;
    double middle = (drawn.top + drawn.bottom) / 2;
    boolean flat = height < drawn.width();
    return new MarkPlace(
        drawn.middle(y -> true),
        middle,
        flat ? 0.5 : 1.1 * drawn.width(),
        flat ? 1.1 : 1.25 * height);
  }

  /** A letter as it was drawn. */
  private static final class Letter {
    final double top;
    final double bottom;
    private final List<PenPoint> points;

    Letter(List<PenPoint> points, boolean tall) {
      this.points = points;
      bottom = points.stream().mapToDouble(PenPoint::y).min().orElse(0);
      double highest = points.stream().mapToDouble(PenPoint::y).max().orElse(1);
      top = tall ? highest : Math.max(0.8, highest);
    }

    double width() {
      return across(y -> true, 1) - across(y -> true, 0);
    }

    double middle(DoublePredicate heights) {
      return (across(heights, 0.05) + across(heights, 0.95)) / 2;
    }

    /** The place to the left of which a share of the points at some heights lies. */
    double across(DoublePredicate heights, double share) {
      double[] x =
          points.stream()
              .filter(p -> heights.test(p.y()))
              .mapToDouble(PenPoint::x)
              .sorted()
              .toArray();
      if (x.length == 0) {
        x = points.stream().mapToDouble(PenPoint::x).sorted().toArray();
      }
      return x.length == 0 ? 0 : x[(int) Math.rint(share * (x.length - 1))];
    }
  }
}
