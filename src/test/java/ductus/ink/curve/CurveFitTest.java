package ductus.ink.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CurveFitTest {
  private static final double TOLERANCE = 0.05;

  @Test
  void everyPointIsWithinTheToleranceOfAnyScribble() {
    for (int seed = 0; seed < 60; seed++) {
      Stroke stroke = scribble(Randomness.of(seed), 2 + 3 * seed);
      List<CubicBezier> curves = CurveFit.fit(stroke, TOLERANCE);
      assertTrue(farthest(stroke, curves) <= TOLERANCE + 1e-4, "seed " + seed);
    }
  }

  @Test
  void curvesGoThroughTheEndsAndHangTogether() {
    for (int seed = 0; seed < 100; seed++) {
      Stroke stroke = scribble(Randomness.of(seed), 40);
      List<CubicBezier> curves = CurveFit.fit(stroke, TOLERANCE);
      assertEquals(stroke.first().x(), curves.get(0).x0());
      assertEquals(stroke.last().y(), curves.get(curves.size() - 1).y3());
      for (int i = 1; i < curves.size(); i++) {
        assertEquals(curves.get(i - 1).x3(), curves.get(i).x0());
        assertEquals(curves.get(i - 1).y3(), curves.get(i).y0());
      }
    }
  }

  @Test
  void aCircleNeedsFewCurvesThatMeetWithOneTangent() {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      double angle = i * 2 * Math.PI / 64;
      points.add(PenPoint.at(3 * Math.cos(angle), 3 * Math.sin(angle)));
    }
    List<CubicBezier> curves = CurveFit.fit(new Stroke(points), 0.01);
    assertTrue(curves.size() >= 2 && curves.size() <= 8, curves.size() + " curves");
    for (int i = 1; i < curves.size(); i++) {
      Vector before = curves.get(i - 1).velocity(1).unit();
      Vector after = curves.get(i).velocity(0).unit();
      assertEquals(1, before.dot(after), 1e-9);
    }
    for (CubicBezier curve : curves) {
      for (double t = 0; t <= 1; t += 0.05) {
        assertEquals(3, Math.hypot(curve.x(t), curve.y(t)), 0.02);
      }
    }
  }

  @Test
  void aStraightLineIsOneCurve() {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      points.add(PenPoint.at(0.3 * i, 1 - 0.1 * i));
    }
    List<CubicBezier> curves = CurveFit.fit(new Stroke(points), TOLERANCE);
    assertEquals(1, curves.size());
    assertEquals(15 * Math.sqrt(10) / 3, curves.get(0).length(32), 1e-9);
  }

  @Test
  void aCornerStaysSharp() {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      points.add(PenPoint.at(0.5 * i, Math.abs(i - 10)));
    }
    List<CubicBezier> curves = CurveFit.fit(new Stroke(points), TOLERANCE);
    assertEquals(2, curves.size());
    assertEquals(5, curves.get(0).x3());
    assertEquals(0, curves.get(0).y3());
  }

  @Test
  void writingNeedsFarFewerCurvesThanPoints() {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      double t = i * 0.1;
      points.add(PenPoint.at(t + Math.sin(2 * t), 1.3 * Math.sin(2 * t + 1)));
    }
    Stroke stroke = new Stroke(points);
    List<CubicBezier> curves = CurveFit.fit(stroke, TOLERANCE);
    assertTrue(curves.size() < points.size() / 3, curves.size() + " curves");
    assertTrue(farthest(stroke, curves) <= TOLERANCE + 1e-4);
  }

  @Test
  void noCurveRunsFarFromTheWayBetweenThePoints() {
    for (int seed = 0; seed < 100; seed++) {
      Stroke stroke = scribble(Randomness.of(seed), 60);
      for (CubicBezier curve : CurveFit.fit(stroke, TOLERANCE)) {
        for (double t = 0; t <= 1; t += 0.02) {
          PenPoint place = PenPoint.at(curve.x(t), curve.y(t));
          double nearest =
              stroke.points().stream().mapToDouble(place::distance).min().orElseThrow();
          assertTrue(nearest < 0.6, "seed " + seed + ": " + nearest);
        }
      }
    }
  }

  @Test
  void aPointAndRepeatedPointsAreADot() {
    PenPoint point = PenPoint.at(2, 3);
    assertEquals(
        List.of(new CubicBezier(2, 3, 2, 3, 2, 3, 2, 3)),
        CurveFit.fit(new Stroke(List.of(point)), TOLERANCE));
    assertTrue(CurveFit.fit(new Stroke(List.of(point, point, point)), TOLERANCE).get(0).isDot());
  }

  @Test
  void aWayThereAndBackIsFollowed() {
    Stroke stroke = new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(0, 0.08), PenPoint.at(0, 0)));
    List<CubicBezier> curves = CurveFit.fit(stroke, TOLERANCE);
    assertTrue(farthest(stroke, curves) <= TOLERANCE);
  }

  @Test
  void rejectsAToleranceThatIsNone() {
    Stroke dot = new Stroke(List.of(PenPoint.at(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> CurveFit.fit(dot, 0));
    assertThrows(IllegalArgumentException.class, () -> CurveFit.fit(dot, Double.NaN));
  }

  /** Steps of about half a millimeter in a slowly turning direction, with a sharp turn at times. */
  private static Stroke scribble(RandomGenerator random, int count) {
    List<PenPoint> points = new ArrayList<>();
    double x = 0;
    double y = 0;
    double direction = 0;
    double turn = 0;
    for (int i = 0; i < count; i++) {
      points.add(PenPoint.at(x, y));
      turn = 0.7 * turn + 0.3 * random.nextGaussian();
      direction += random.nextInt(20) == 0 ? Math.PI * random.nextDouble() : turn;
      double step = 0.2 + 0.6 * random.nextDouble();
      x += step * Math.cos(direction);
      y += step * Math.sin(direction);
    }
    return new Stroke(points);
  }

  private static double farthest(Stroke stroke, List<CubicBezier> curves) {
    double farthest = 0;
    for (PenPoint point : stroke.points()) {
      double nearest = Double.POSITIVE_INFINITY;
      for (CubicBezier curve : curves) {
        for (int i = 0; i < 200; i++) {
          double from = i / 200.0;
          double to = (i + 1) / 200.0;
          nearest =
              Math.min(
                  nearest,
                  Line2D.ptSegDist(
                      curve.x(from),
                      curve.y(from),
                      curve.x(to),
                      curve.y(to),
                      point.x(),
                      point.y()));
        }
      }
      farthest = Math.max(farthest, nearest);
    }
    return farthest;
  }
}
