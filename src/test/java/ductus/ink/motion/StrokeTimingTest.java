package ductus.ink.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeTimingTest {
  private static final PenMotion MOTION = new PenMotion(8, 0.3, 0.1, 0.05);

  private static Stroke circle() {
    List<PenPoint> circle = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      circle.add(PenPoint.at(0.5 * Math.cos(0.05 * i), 0.5 * Math.sin(0.05 * i)));
    }
    return new Stroke(circle);
  }

  /** Two straight ways of the same length with a right angle between them. */
  private static Stroke corner() {
    return new Stroke(List.of(PenPoint.at(-2, 2), PenPoint.at(0, 0), PenPoint.at(2, 2)));
  }

  @Test
  void aCircleIsDrawnEvenly() {
    StrokeTiming timing = StrokeTiming.of(circle(), MOTION);
    assertEquals(2.5, timing.length(), 0.01);
    assertEquals(2.5 / MOTION.speed(2), timing.seconds(), 0.01);
    for (double share = 0; share <= 1; share += 0.05) {
      assertEquals(share, timing.way(share), 0.01);
    }
  }

  @Test
  void aStraightWayIsDrawnAtTheSpeedOfTheLawHoweverFarItsPointsAreApart() {
    List<PenPoint> close = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      close.add(PenPoint.at(0.1 * i, 0));
    }
    Stroke far = new Stroke(List.of(close.get(0), close.get(40)));
    for (Stroke straight : List.of(new Stroke(close), far)) {
      StrokeTiming timing = StrokeTiming.of(straight, MOTION);
      assertEquals(4 / MOTION.speed(0), timing.seconds(), 1e-9);
      assertEquals(0.25, timing.way(0.25), 1e-9);
    }
  }

  @Test
  void aCornerTakesTimeWhereItIs() {
    StrokeTiming timing = StrokeTiming.of(corner(), MOTION);
    assertTrue(timing.seconds() > 1.05 * timing.length() / MOTION.speed(0));
    assertEquals(0.5, timing.time(0.5), 0.01);
    double atCorner = timing.time(0.53) - timing.time(0.47);
    double before = timing.time(0.28) - timing.time(0.22);
    assertTrue(atCorner > 1.8 * before, atCorner + " beside " + before);
  }

  @Test
  void aCornerNearTheEndMakesTheFirstHalfEarly() {
    Stroke hook = new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(3, 0), PenPoint.at(3, 1)));
    assertTrue(StrokeTiming.of(hook, MOTION).time(0.5) < 0.48);
    assertTrue(StrokeTiming.of(hook.backwards(), MOTION).time(0.5) > 0.52);
  }

  @Test
  void theWayAtATimeIsWhereThatTimeIsGone() {
    for (Stroke stroke : List.of(circle(), corner())) {
      StrokeTiming timing = StrokeTiming.of(stroke, MOTION);
      for (double way = 0; way <= 1; way += 0.01) {
        assertEquals(way, timing.way(timing.time(way)), 1e-9);
      }
      assertEquals(1, timing.time(1), 1e-12);
      assertEquals(1, timing.way(1), 1e-12);
    }
  }

  @Test
  void aDotTakesNoTime() {
    StrokeTiming dot = StrokeTiming.of(new Stroke(List.of(PenPoint.at(1, 1))), MOTION);
    assertEquals(0, dot.seconds());
    assertEquals(List.of(0.0, 1.0), dot.times());
  }
}
