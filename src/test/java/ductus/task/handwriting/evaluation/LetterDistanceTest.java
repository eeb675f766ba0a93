package ductus.task.handwriting.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LetterDistanceTest {
  /** A circle of diameter 1 on the baseline, in so many points. */
  private static List<PenPoint> circle(int points, double x, double y) {
    List<PenPoint> circle = new ArrayList<>();
    for (int i = 0; i <= points; i++) {
      double angle = 2 * Math.PI * i / points;
      circle.add(PenPoint.at(x + 0.5 * Math.cos(angle), y + 0.5 + 0.5 * Math.sin(angle)));
    }
    return circle;
  }

  @Test
  void aDrawingIsNowhereFromItselfWhereverItStandsOnTheLine() {
    assertEquals(0, LetterDistance.of(circle(100, 0, 0), circle(100, 7, 0)), 1e-9);
  }

  @Test
  void doesNotDependOnHowFastItWasDrawn() {
    assertEquals(0, LetterDistance.of(circle(100, 0, 0), circle(400, 0, 0)), 0.02);
  }

  @Test
  void aLongLineThatLiesHigherIsAsFarAsItLiesHigher() {
    List<PenPoint> low = List.of(PenPoint.at(0, 0), PenPoint.at(10, 0));
    List<PenPoint> high = List.of(PenPoint.at(0, 0.3), PenPoint.at(10, 0.3));
    assertEquals(0.3, LetterDistance.of(low, high), 1e-9);
  }

  @Test
  void isTheSameBothWays() {
    RandomGenerator random = Seeded.random(3);
    for (int i = 0; i < 50; i++) {
      List<PenPoint> a = way(random);
      List<PenPoint> b = way(random);
      double distance = LetterDistance.of(a, b);
      assertEquals(distance, LetterDistance.of(b, a), 0.02 * (1 + distance));
      assertTrue(distance >= 0);
    }
  }

  private static List<PenPoint> way(RandomGenerator random) {
    List<PenPoint> way = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      way.add(PenPoint.at(random.nextDouble(), random.nextDouble()));
    }
    return way;
  }
}
