package ductus.ink.page;

import ductus.ink.page.Page.Rule;
import ductus.ink.page.PageSetup.Ruling;
import ductus.picture.SvgDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * The heights of the lines of a page: the first one's tall letters reach the top margin, the last
 * one's tails at most the bottom margin.
 *
 * @param first height of the first baseline on the paper, in mm
 * @param spacing from baseline to baseline, in mm
 * @param count how many there are, one or more
 */
public record Baselines(double first, double spacing, int count) {
  /** Height of tall letters above the baseline, in x-heights. */
  private static final double ASCENT = 1.8;

  /** Depth of tails below the baseline, in x-heights. */
  private static final double DESCENT = 0.8;

  /** Height that ruled paper leaves free at the foot, in mm. */
  private static final double UNRULED = 7;

  /**
   * Computes the baselines of a page.
   *
   * @param headSpace whether the setup's space at the top stays free
   * @throws IllegalArgumentException if there is no room for a line
   */
  public static Baselines of(PageSetup setup, boolean headSpace) {
    double down =
        setup.margins().top() + (headSpace ? setup.headSpace() : 0) + ASCENT * setup.xHeight();
    double spacing = setup.lineSpacing();
    if (setup.ruling() == Ruling.SQUARED) {
      down = wholeSquares(down);
      spacing = wholeSquares(spacing);
    }
    double first = setup.paper().height() - down;
    double room = first - setup.margins().bottom() - DESCENT * setup.xHeight();
    if (room < 0 || setup.textWidth() < setup.xHeight()) {
      throw new IllegalArgumentException(
          "paper of %s by %s mm must have room for a line of x-height %s mm within margins of %s:"
                  .formatted(
                      SvgDocument.number(setup.paper().width()),
                      SvgDocument.number(setup.paper().height()),
                      SvgDocument.number(setup.xHeight()),
                      setup.margins())
              + " write smaller, or take narrower margins or larger paper");
    }
    return new Baselines(first, spacing, 1 + (int) Math.floor(room / spacing + 1e-9));
  }

  /** Height of a baseline on the paper, the first being 0. */
  public double at(int index) {
    return first - index * spacing;
  }

  /** The printed lines that a page's paper is to show; none where they are not drawn. */
  public List<Rule> rules(PageSetup setup) {
    List<Rule> rules = new ArrayList<>();
    Paper paper = setup.paper();
    if (!setup.drawn()) {
      return rules;
    }
    switch (setup.ruling()) {
      case PLAIN -> {}
      case RULED -> {
        for (double y = first; y > UNRULED; y -= spacing) {
          rules.add(new Rule(0, y, paper.width(), y));
        }
      }
      case SQUARED -> {
        for (double y = paper.height() - Ruling.SQUARE; y > 0; y -= Ruling.SQUARE) {
          rules.add(new Rule(0, y, paper.width(), y));
        }
        for (double x = Ruling.SQUARE; x < paper.width(); x += Ruling.SQUARE) {
          rules.add(new Rule(x, 0, x, paper.height()));
        }
      }
    }
    return rules;
  }

  private static double wholeSquares(double length) {
    return Ruling.SQUARE * Math.ceil(length / Ruling.SQUARE - 1e-9);
  }
}
