package ductus.ink.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.layout.LineDrift.Walk;
import ductus.ink.page.Margins;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.PageSetup;
import ductus.ink.page.PageSetup.Alignment;
import ductus.ink.page.Paper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDriftTest {
  private static final PageSetup A5 = PageSetup.on(Paper.A5);
  private static final String TEXT = "rain falls on Graz and on the hills, all day\n".repeat(40);

  @Test
  void noneIsByTheRule() {
    assertEquals(pages(A5, LineDrift.NONE), pages(A5, new LineDrift(0, 7)));
    for (PlacedLine line : pages(A5, LineDrift.NONE).get(0).lines()) {
      assertEquals(A5.margins().left(), box(line).left(), 1e-9);
    }
  }

  @Test
  void theSameSeedStraysTheSameAndAnotherOtherwise() {
    assertEquals(pages(A5, new LineDrift(1, 7)), pages(A5, new LineDrift(1, 7)));
    assertNotEquals(pages(A5, new LineDrift(1, 7)), pages(A5, new LineDrift(1, 8)));
    List<LineStray> second = new LineDrift(1, 7).strays(2, 20, A5);
    assertNotEquals(new LineDrift(1, 7).strays(1, 20, A5), second);
    assertEquals(second.subList(0, 5), new LineDrift(1, 7).strays(2, 5, A5));
  }

  @Test
  void goesOnFromLineToLineAsMeasured() {
    Walk walk = Walk.LEFT;
    double squares = 0;
    double products = 0;
    int pairs = 0;
    for (int seed = 0; seed < 400; seed++) {
      double[] values = walk.values(20, seed);
      for (int i = 1; i < values.length; i++) {
        squares += values[i] * values[i];
        products += values[i] * values[i - 1];
        pairs++;
      }
    }
    assertEquals(walk.deviation(), Math.sqrt(squares / pairs), 0.05 * walk.deviation());
    assertEquals(walk.persistence(), products / squares, 0.04);
  }

  @Test
  void tailsNeverReachTheTallLettersBelow() {
    for (double spacing : new double[] {1.5, 2.6, 3.2, 5}) {
      PageSetup setup = A5.withLineSpacing(spacing * A5.xHeight());
      double free = Math.max(0, spacing - 2.6);
      double width = setup.textWidth() / setup.xHeight();
      for (int seed = 0; seed < 50; seed++) {
        List<LineStray> strays = new LineDrift(2, seed).strays(1, 25, setup);
        for (int i = 1; i < strays.size(); i++) {
          LineStray upper = strays.get(i - 1);
          LineStray lower = strays.get(i);
          double closer =
              Math.max(
                  lower.up() - upper.up(),
                  lower.up() + lower.slope() * width - upper.up() - upper.slope() * width);
          double larger = 1.8 * lower.size() + 0.8 * upper.size();
          assertTrue(closer + larger <= free + 1e-9, closer + ", " + larger);
        }
      }
    }
  }

  @Test
  void linesStayOnThePaperWhateverTheMargins() {
    for (double margin : new double[] {0, 4, 15}) {
      for (Alignment alignment : Alignment.values()) {
        PageSetup setup =
            A5.withMargins(new Margins(margin, margin, margin, margin)).withAlignment(alignment);
        List<Page> straight = pages(setup, LineDrift.NONE);
        List<Page> strayed = pages(setup, new LineDrift(2, 3));
        assertEquals(straight.size(), strayed.size());
        for (int i = 0; i < straight.size(); i++) {
          Box rule = box(straight.get(i));
          Box box = box(strayed.get(i));
          assertTrue(box.left() >= Math.min(rule.left(), margin / 2) - 1e-9);
          assertTrue(
              box.right() <= Math.max(rule.right(), setup.paper().width() - margin / 2) + 1e-9);
          assertTrue(box.bottom() >= Math.min(rule.bottom(), margin / 2) - 1e-9);
          assertTrue(box.top() <= Math.max(rule.top(), setup.paper().height() - margin / 2) + 1e-9);
        }
      }
    }
  }

  @Test
  void leftEdgesOfAPageDifferAsThoseOfPeople() {
    double squares = 0;
    int lines = 0;
    for (int seed = 0; seed < 20; seed++) {
      for (PlacedLine line : pages(A5, new LineDrift(1, seed)).get(0).lines()) {
        double off = (box(line).left() - A5.margins().left()) / A5.xHeight();
        squares += off * off;
        lines++;
      }
    }
    assertEquals(Walk.LEFT.deviation(), Math.sqrt(squares / lines), 0.15);
  }

  @Test
  void aBlockKeepsItsEdges() {
    List<PlacedLine> lines =
        PageLayout.pages(
                TEXT.replace('\n', ' '),
                A5.withAlignment(Alignment.BLOCK),
                new LineDrift(1, 3),
                CharacterWidths.AVERAGE,
                new ZigzagWriter(7, 1, 0))
            .get(0)
            .lines();
    for (PlacedLine line : lines) {
      // But for the slant of its first letter; the last line of the text is none of the block.
      assertEquals(A5.margins().left(), box(line).left(), 0.5);
    }
  }

  @Test
  void refusesAnAmountBelowZero() {
    assertThrows(IllegalArgumentException.class, () -> new LineDrift(-0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> new LineDrift(Double.NaN, 1));
  }

  private static List<Page> pages(PageSetup setup, LineDrift drift) {
    return PageLayout.pages(TEXT, setup, drift, CharacterWidths.AVERAGE, new ZigzagWriter(7, 1, 0));
  }

  private static Box box(PlacedLine line) {
    return Box.around(line.strokes().flatMap(stroke -> stroke.points().stream()).toList())
        .orElseThrow();
  }

  private static Box box(Page page) {
    List<PenPoint> points = new ArrayList<>();
    page.strokes().forEach(stroke -> points.addAll(stroke.points()));
    return Box.around(points).orElseThrow();
  }
}
