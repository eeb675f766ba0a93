package ductus.ink.plotter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.plotter.MotionPlan.Moment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionPlanTest {
  private static final double EXACT = 1e-9;

  @Test
  void aLongLineIsATrapezoidAndAShortOneATriangle() {
    // 100 mm/s at 1000 mm/s²: 0.1 s and 5 mm up, as much down, the other 90 mm in 0.9 s.
    assertEquals(1.1, line(100).seconds(), EXACT);
    // 5 mm: half of it faster, half slower, √(2.5 · 2 / 1000) s each.
    assertEquals(2 * Math.sqrt(0.005), line(5).seconds(), EXACT);
    assertEquals(0, line(0).seconds(), EXACT);
  }

  @Test
  void aPointOnALineChangesNothing() {
    List<PenPoint> cut =
        List.of(PenPoint.at(0, 0), PenPoint.at(30, 0), PenPoint.at(30, 0), PenPoint.at(100, 0));
    assertEquals(1.1, new MotionPlan(cut, 100, 1000).seconds(), EXACT);
  }

  @Test
  void thePenStopsWhereItTurnsBackAndIsSlowInACorner() {
    List<PenPoint> back = List.of(PenPoint.at(0, 0), PenPoint.at(5, 0), PenPoint.at(0, 0));
    assertEquals(2 * line(5).seconds(), new MotionPlan(back, 100, 1000).seconds(), 1e-6);
    List<PenPoint> corner = List.of(PenPoint.at(0, 0), PenPoint.at(5, 0), PenPoint.at(5, 5));
    double seconds = new MotionPlan(corner, 100, 1000).seconds();
    // An arc that strays 0.01 mm from the corner has a radius of 0.01 · sin 45° / (1 − sin 45°).
    double sine = Math.sqrt(0.5);
    double speed = Math.sqrt(1000 * 0.01 * sine / (1 - sine));
    double top = Math.sqrt(1000 * 5 + speed * speed / 2);
    assertEquals(2 * (2 * top - speed) / 1000, seconds, EXACT);
  }

  @Test
  void momentsFollowTheWayWithinItsSpeedAndAcceleration() {
    List<PenPoint> way = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      way.add(PenPoint.at(10 * Math.cos(i * 0.1), 10 * Math.sin(i * 0.1)));
    }
    MotionPlan plan = new MotionPlan(way, 80, 700);
    List<Moment> moments = plan.moments(0.005, 0.05);
    Moment last = moments.get(moments.size() - 1);
    assertEquals(plan.seconds(), last.seconds(), 1e-9);
    assertEquals(way.get(60).x(), last.x(), 1e-9);
    assertEquals(way.get(60).y(), last.y(), 1e-9);
    double before = 0;
    for (int i = 1; i < moments.size(); i++) {
      Moment from = moments.get(i - 1);
      Moment to = moments.get(i);
      double time = to.seconds() - from.seconds();
      assertTrue(time > 0);
      double speed = Math.hypot(to.x() - from.x(), to.y() - from.y()) / time;
      assertTrue(speed <= 80 + 1e-6, speed + " mm/s");
      assertTrue(Math.abs(speed - before) <= 700 * 0.051, "from " + before + " to " + speed);
      before = speed;
    }
  }

  private static MotionPlan line(double length) {
    return new MotionPlan(List.of(PenPoint.at(1, 2), PenPoint.at(1, 2 + length)), 100, 1000);
  }
}
