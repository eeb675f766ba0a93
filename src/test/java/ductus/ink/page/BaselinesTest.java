package ductus.ink.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.page.Page.Rule;
import ductus.ink.page.PageSetup.Ruling;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final PageSetup SETUP = PageSetup.on(Paper.A4);

  @Test
  void lettersReachTheMarginsAtMost() {
    for (double xHeight = 1; xHeight < 8; xHeight += 0.37) {
      PageSetup setup = SETUP.withXHeight(xHeight);
      Baselines baselines = Baselines.of(setup, false);
      double top = setup.paper().height() - setup.margins().top();
      double bottom = setup.margins().bottom();
      double last = baselines.at(baselines.count() - 1);
      assertEquals(top, baselines.first() + 1.8 * xHeight, 1e-9);
      assertTrue(last - 0.8 * xHeight >= bottom - 1e-9);
      assertTrue(last - 0.8 * xHeight < bottom + setup.lineSpacing());
    }
  }

  @Test
  void anA4PageHasThirtyLinesByDefault() {
    assertEquals(32, Baselines.of(SETUP, true).count());
  }

  @Test
  void standOnTheSquaresOfSquaredPaper() {
    PageSetup squared = SETUP.withRuling(Ruling.SQUARED, true).withHeadSpace(12);
    Baselines baselines = Baselines.of(squared, true);
    assertEquals(10, baselines.spacing());
    double squares = (squared.paper().height() - baselines.first()) / Ruling.SQUARE;
    assertEquals(Math.rint(squares), squares, 1e-9);
  }

  @Test
  void rulesLieOnThePaperAndUnderEveryLine() {
    PageSetup ruled = SETUP.withRuling(Ruling.RULED, true);
    Baselines baselines = Baselines.of(ruled, true);
    List<Rule> rules = baselines.rules(ruled);
    assertTrue(rules.size() >= baselines.count());
    for (int i = 0; i < rules.size(); i++) {
      assertEquals(baselines.at(i), rules.get(i).y1(), 1e-9);
      assertTrue(rules.get(i).y1() > 0);
    }
    assertEquals(List.of(), baselines.rules(SETUP));
  }

  @Test
  void refuseAPageWithoutRoomForALine() {
    PageSetup card = PageSetup.on(Paper.INDEX_CARD);
    assertThrows(IllegalArgumentException.class, () -> Baselines.of(card.withHeadSpace(60), true));
    assertThrows(
        IllegalArgumentException.class,
        () -> Baselines.of(card.withMargins(Margins.all(64)), true));
    assertThrows(IllegalArgumentException.class, () -> Baselines.of(card.withXHeight(30), true));
  }

  @Test
  void setupsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SETUP.withXHeight(0));
    assertThrows(IllegalArgumentException.class, () -> SETUP.withXHeight(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> SETUP.withLineSpacing(3));
    assertThrows(IllegalArgumentException.class, () -> SETUP.withHeadSpace(-1));
    assertThrows(IllegalArgumentException.class, () -> Margins.all(-1));
  }
}
