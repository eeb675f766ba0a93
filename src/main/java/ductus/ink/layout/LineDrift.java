package ductus.ink.layout;

import ductus.ink.page.PageSetup;
import ductus.math.PlaceRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The slow drift of lines over a page: left edge, height, slope, slant and size go on from those of
 * the line before, with a small deviation of each line. Pages drift each on its own.
 *
 * @param amount 0 for lines as by a rule, 1 for those of people
 * @param seed decides all chance
 */
public record LineDrift(double amount, long seed) {
  /** Lines as by a rule. */
  public static final LineDrift NONE = new LineDrift(0, 0);

  /** How far the tall letters of a line and the tails of the one above reach, in x-heights. */
  private static final double REACH = 2.6;

  /** Share of what is free between lines, and not taken by larger letters, for a line's stray. */
  private static final double SHARE = 0.4;

  private static final double LARGEST = 10;

  /**
   * An autoregressive process of first order, as measured on pages of people: see {@code
   * src/docs/handwriting.md}.
   *
   * @param deviation standard deviation over a page
   * @param persistence correlation of a line with the one before it
   */
  record Walk(double deviation, double persistence) {
    static final Walk LEFT = new Walk(0.7, 0.65);
    static final Walk UP = new Walk(0.55, 0.5);
    static final Walk SLOPE = new Walk(0.0035, 0.25);
    static final Walk SLANT = new Walk(0.03, 0.87);
    static final Walk SIZE = new Walk(0.05, 0.2);

    /** Values of the process for some lines, from the first. */
    double[] values(int lines, long key) {
      double[] values = new double[lines];
      double fresh = Math.sqrt(1 - persistence * persistence);
      double value = 0;
      for (int line = 0; line < lines; line++) {
        double normal = normal(PlaceRandom.key(key, line));
        value = line == 0 ? normal : persistence * value + fresh * normal;
        values[line] = deviation * value;
      }
      return values;
    }

    /** A number nearly normal, never far out, with the same bits on every machine. */
    private static double normal(long key) {
      double sum = -6;
      for (int i = 0; i < 12; i++) {
        sum += PlaceRandom.uniform(key, i);
      }
      return Math.max(-2.2, Math.min(2.2, sum));
    }
  }

  public LineDrift {
    if (!(amount >= 0 && amount <= LARGEST)) {
      throw new IllegalArgumentException(
          "the amount of drift must be 0 to " + LARGEST + " but was " + amount);
    }
  }

  /**
   * The strays of the lines of a page, from its top. Where lines are near each other they stray up
   * and down less: never so far that the tails of one reach the tall letters of the next.
   *
   * @param page its number
   * @param lines how many have room on it
   */
  List<LineStray> strays(int page, int lines, PageSetup setup) {
    if (amount == 0) {
      return Collections.nCopies(lines, LineStray.NONE);
    }
    long key = PlaceRandom.key(seed, page);
    double[] left = Walk.LEFT.values(lines, PlaceRandom.key(key, 1));
    double[] up = Walk.UP.values(lines, PlaceRandom.key(key, 2));
    double[] slope = Walk.SLOPE.values(lines, PlaceRandom.key(key, 3));
    double[] slant = Walk.SLANT.values(lines, PlaceRandom.key(key, 4));
    double[] size = Walk.SIZE.values(lines, PlaceRandom.key(key, 5));
    double width = setup.textWidth() / setup.xHeight();
    double free = Math.max(0, setup.lineSpacing() / setup.xHeight() - REACH);
    // Larger letters take half of what is free at most; what is left is for the strays.
    double largest = free / 2 / REACH;
    double room = SHARE / 2 * free;
    double usual =
        amount * Math.min(1, room / (2 * (Walk.UP.deviation + Walk.SLOPE.deviation * width)));
    List<LineStray> strays = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      double highest = Math.abs(up[line]) + Math.abs(slope[line]) * width;
      double held = Math.min(usual, room / highest);
      strays.add(
          new LineStray(
              amount * left[line],
              held * up[line],
              held * slope[line],
              amount * slant[line],
              Math.min(largest, amount * size[line])));
    }
    return strays;
  }
}
