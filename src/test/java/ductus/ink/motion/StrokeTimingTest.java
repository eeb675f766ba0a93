package ductus.ink.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.motion.StrokeTiming.Stop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeTimingTest {
  private static final PenMotion MOTION = new PenMotion(8, 0.3, 0.1, 0.05);

  @Test
  void aCircleIsDrawnEvenly() {
    List<PenPoint> circle = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      circle.add(PenPoint.at(0.5 * Math.cos(0.05 * i), 0.5 * Math.sin(0.05 * i)));
    }
    StrokeTiming timing = StrokeTiming.of(circle, MOTION);
    assertEquals(2.5, timing.length(), 0.01);
    assertEquals(2.5 / MOTION.speed(2), timing.seconds(), 0.02);
    assertEquals(25, timing.stops().size());
    for (Stop stop : timing.stops()) {
      assertEquals(stop.length(), stop.time(), 0.02);
    }
  }

  @Test
  void aCornerTakesTime() {
    List<PenPoint> corner = new ArrayList<>();
    for (int i = -20; i <= 20; i++) {
      corner.add(PenPoint.at(0.1 * i, 0.1 * Math.abs(i)));
    }
    List<Stop> stops = StrokeTiming.of(corner, MOTION).stops();
    assertEquals(new Stop(0, 0), stops.get(0));
    assertEquals(new Stop(1, 1), stops.get(stops.size() - 1));
    double slowest = 0;
    double place = 0;
    for (int i = 1; i < stops.size(); i++) {
      double pace =
          (stops.get(i).time() - stops.get(i - 1).time())
              / (stops.get(i).length() - stops.get(i - 1).length());
      if (pace > slowest) {
        slowest = pace;
        place = stops.get(i).length();
      }
    }
    assertTrue(slowest > 1.5, "slowest pace " + slowest);
    assertEquals(0.5, place, 0.06);
  }

  @Test
  void aDotTakesNoTime() {
    StrokeTiming dot = StrokeTiming.of(List.of(PenPoint.at(1, 1)), MOTION);
    assertEquals(0, dot.seconds());
    assertEquals(List.of(new Stop(0, 0), new Stop(1, 1)), dot.stops());
  }
}
