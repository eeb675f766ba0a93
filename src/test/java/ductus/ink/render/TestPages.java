package ductus.ink.render;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.CharacterWidths;
import ductus.ink.layout.LineDrift;
import ductus.ink.layout.PageLayout;
import ductus.ink.layout.ZigzagWriter;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.PageSetup;
import ductus.ink.page.PageSetup.Ruling;
import ductus.ink.page.Paper;
import java.util.ArrayList;
import java.util.List;

/** Pages for tests of what draws them. */
public final class TestPages {
  private TestPages() {}

  /** A ruled card with two lines, dots among the strokes. */
  public static Page card() {
    return pages("Dear Anna & \"<Bo>\",\nit is raining in Graz.", Paper.A6).get(0);
  }

  /** A text on ruled paper. */
  public static List<Page> pages(String text, Paper paper) {
    return PageLayout.pages(
        text,
        PageSetup.on(paper).withRuling(Ruling.RULED, true),
        LineDrift.NONE,
        CharacterWidths.AVERAGE,
        new ZigzagWriter(1, 1, 0.05));
  }

  /** A page of joined writing: rows of loops, a stroke each, with slow and tight turns. */
  public static Page loops() {
    List<PlacedLine> lines = new ArrayList<>();
    for (int row = 0; row < 8; row++) {
      double baseline = 130 - 10 * row;
      List<PenPoint> points = new ArrayList<>();
      for (int i = 0; i < 220; i++) {
        double turn = 0.35 * i;
        points.add(
            PenPoint.at(
                10 + 0.35 * i + 0.9 * StrictMath.sin(turn),
                baseline + (1 + 0.1 * row) * StrictMath.cos(turn)));
      }
      lines.add(
          new PlacedLine(baseline, List.of(new PlacedWord("eee", List.of(new Stroke(points))))));
    }
    return new Page(1, Paper.A6, List.of(), lines);
  }

  /** A page with one stroke from corner to corner of a box. */
  public static Page stroke(Paper paper, double x1, double y1, double x2, double y2) {
    Stroke stroke = new Stroke(List.of(PenPoint.at(x1, y1), PenPoint.at(x2, y2)));
    PlacedLine line = new PlacedLine(y1, List.of(new PlacedWord("x", List.of(stroke))));
    return new Page(1, paper, List.of(), List.of(line));
  }
}
