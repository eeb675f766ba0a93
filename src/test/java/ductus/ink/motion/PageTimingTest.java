package ductus.ink.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.CharacterWidths;
import ductus.ink.layout.LineDrift;
import ductus.ink.layout.PageLayout;
import ductus.ink.layout.ZigzagWriter;
import ductus.ink.motion.PageTiming.TimedStroke;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTimingTest {
  private static final PenMotion MOTION = new PenMotion(8, 0.3, 0.1, 0.05);

  private static Stroke stroke(double... coordinates) {
    return new Stroke(
        IntStream.range(0, coordinates.length / 2)
            .mapToObj(i -> PenPoint.at(coordinates[2 * i], coordinates[2 * i + 1]))
            .toList());
  }

  private static Page page(Stroke... strokes) {
    PlacedLine line = new PlacedLine(100, List.of(new PlacedWord("nn", Arrays.asList(strokes))));
    return new Page(1, Paper.A6, List.of(), List.of(line));
  }

  private static Page letter() {
    return PageLayout.pages(
            "Dear Anna & \"<Bo>\",\nit is raining in Graz.",
            PageSetup.on(Paper.A6).withXHeight(2),
            LineDrift.NONE,
            CharacterWidths.AVERAGE,
            new ZigzagWriter(1, 1, 0.05))
        .get(0);
  }

  @Test
  void strokesAndLiftsTakeTheirTimeInXHeights() {
    PageTiming timing =
        PageTiming.of(page(stroke(10, 104, 10, 100), stroke(18, 104, 18, 100)), MOTION);
    assertEquals(4, timing.xHeight(), 0.1);
    double down = 4 / timing.xHeight() / MOTION.speed(0);
    double lift = MOTION.lift(Math.hypot(8, 4) / timing.xHeight());
    assertEquals(0, timing.strokes().get(0).begin());
    assertEquals(down + lift, timing.strokes().get(1).begin(), 1e-9);
    assertEquals(2 * down + lift, timing.seconds(), 1e-9);
    assertEquals(4 / down, timing.speed(), 1e-9);
  }

  @Test
  void aPageTakesTheTimeOfItsStrokesAndLifts() {
    Page page = letter();
    PageTiming timing = PageTiming.of(page, MOTION);
    assertEquals(2, timing.xHeight(), 0.2);
    List<Stroke> strokes = page.strokes().toList();
    double seconds = 0;
    for (int i = 0; i < strokes.size(); i++) {
      seconds += timing.strokes().get(i).timing().seconds();
      if (i > 0) {
        double distance = strokes.get(i - 1).last().distance(strokes.get(i).first());
        seconds += MOTION.lift(distance / timing.xHeight());
      }
    }
    assertEquals(seconds, timing.seconds(), 1e-9);
  }

  @Test
  void anotherSpeedChangesAllTimesAlike() {
    PageTiming usual = PageTiming.of(letter(), MOTION);
    PageTiming quick = usual.withSpeed(3 * usual.speed());
    assertEquals(3 * usual.speed(), quick.speed(), 1e-9);
    assertEquals(usual.seconds() / 3, quick.seconds(), 1e-9);
    for (int i = 0; i < usual.strokes().size(); i++) {
      TimedStroke slow = usual.strokes().get(i);
      TimedStroke fast = quick.strokes().get(i);
      assertEquals(slow.begin() / 3, fast.begin(), 1e-9);
      assertEquals(slow.timing().times(), fast.timing().times());
    }
  }

  @Test
  void dotsHaveButLifts() {
    PageTiming dots = PageTiming.of(page(stroke(10, 100), stroke(15, 100)), MOTION);
    assertEquals(MOTION.lift(2), dots.seconds(), 1e-9);
    assertEquals(dots, dots.withSpeed(100));
    assertEquals(0, PageTiming.of(page(), MOTION).seconds());
  }
}
