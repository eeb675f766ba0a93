package ductus.ink.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PenMotionTest {
  private static final PenMotion KNOWN = new PenMotion(8, 0.3, 0.1, 0.05);

  /** A spiral, whose curvature falls along the way, at the speed of the law. */
  private static Stroke spiral(double x, double begin) {
    List<PenPoint> points = new ArrayList<>();
    double seconds = begin;
    for (double angle = 0; angle < 15; angle += 0.05) {
      double radius = 0.2 + 0.15 * angle;
      PenPoint at =
          new PenPoint(x + radius * Math.cos(angle), radius * Math.sin(angle), seconds, Double.NaN);
      if (!points.isEmpty()) {
        PenPoint before = points.get(points.size() - 1);
        seconds += before.distance(at) / KNOWN.speed(1 / radius);
        at = new PenPoint(at.x(), at.y(), seconds, Double.NaN);
      }
      points.add(at);
    }
    return new Stroke(points);
  }

  @Test
  void findsTheLawByWhichAPenMoved() {
    List<Stroke> strokes = new ArrayList<>();
    Stroke last = spiral(0, 0);
    strokes.add(last);
    for (double far : new double[] {3, 5, 9}) {
      PenPoint begin = spiral(last.last().x() + far, 0).first();
      double lift = KNOWN.lift(last.last().distance(begin));
      last = spiral(last.last().x() + far, last.last().seconds() + lift);
      strokes.add(last);
    }
    PenMotion measured = PenMotion.measured(List.of(Handwriting.of(strokes)));
    assertEquals(KNOWN.speed(), measured.speed(), 0.1);
    assertEquals(KNOWN.exponent(), measured.exponent(), 0.02);
    assertEquals(KNOWN.lift(), measured.lift(), 1e-6);
    assertEquals(KNOWN.liftPerDistance(), measured.liftPerDistance(), 1e-6);
  }

  @Test
  void noLiftTakesLongerThanThoseThatWereMeasured() {
    assertEquals(0.1 + 0.05 * 17, KNOWN.lift(17), 1e-9);
    assertEquals(1, KNOWN.lift(50));
  }

  @Test
  void withoutTimesNothingIsMeasured() {
    List<Handwriting> still =
        List.of(Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(0, 0))))));
    assertThrows(IllegalArgumentException.class, () -> PenMotion.measured(still));
  }
}
