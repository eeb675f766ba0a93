package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrokeOutlineTest {
  private static final double NIB = 0.5;

  @Test
  void isClosedAndGoesOnFromWhereItWas() {
    List<CubicBezier> edge = StrokeOutline.of(spiral(), NIB);
    for (int i = 0; i < edge.size(); i++) {
      CubicBezier next = edge.get((i + 1) % edge.size());
      assertEquals(edge.get(i).x3(), next.x0(), 1e-12);
      assertEquals(edge.get(i).y3(), next.y0(), 1e-12);
    }
  }

  @Test
  void holdsTheInkAndNoMore() {
    List<Stroke> strokes =
        new ArrayList<>(
            List.of(
                spiral(),
                stroke(0, 0, 3, 0),
                stroke(0, 3, 0, 0, 0, 3),
                stroke(0, 0, 1, 3, 2, 0, 3, 3, 4, 0),
                stroke(0, 3, 0.1, 0, 0.2, 3, 0.3, 0),
                stroke(2, 2)));
    for (int seed = 0; seed < 8; seed++) {
      strokes.add(scrawl(seed));
    }
    for (Stroke stroke : strokes) {
      PressedLine line = PressedLine.of(stroke, NIB);
      Path2D edge = path(StrokeOutline.of(stroke, NIB));
      for (int i = 0; i < line.size(); i++) {
        for (double angle = 0; angle < 6.28; angle += 0.5) {
          // What is nearer to the edge may lie beyond it by the tolerance of the curves.
          double reach = Math.min(0.75 * line.half(i), line.half(i) - 0.035);
          double x = line.x(i) + reach * Math.cos(angle);
          double y = line.y(i) + reach * Math.sin(angle);
          assertTrue(edge.contains(x, y), stroke + " has a hole at " + x + ", " + y);
        }
      }
      for (double x = -2; x < 8; x += 0.31) {
        for (double y = -2; y < 8; y += 0.31) {
          if (edge.contains(x, y)) {
            assertTrue(beyond(line, x, y) < 0.06, stroke + " has ink at " + x + ", " + y);
          }
        }
      }
    }
  }

  @Test
  void widthsChangeSlowlyAndFollowThePen() {
    PressedLine line = PressedLine.of(stroke(0, 3, 3, 0, 6, 3), NIB);
    for (int i = 1; i < line.size(); i++) {
      double step = Math.abs(line.half(i) - line.half(i - 1));
      assertTrue(step < 0.04 * NIB, "a step of " + step + " mm");
    }
    assertTrue(line.half(line.size() / 4) > 1.1 * line.half(3 * line.size() / 4));
    List<PenPoint> felt = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      felt.add(new PenPoint(i / 2.0, 0, Double.NaN, i / 20.0));
    }
    PressedLine pressed = PressedLine.of(new Stroke(felt), NIB);
    assertEquals(NIB / 2, pressed.half(pressed.size() / 2), 0.02 * NIB);
    assertEquals(1.25 * NIB / 2, pressed.half(3 * pressed.size() / 4), 0.02 * NIB);
  }

  @Test
  void aDotIsRound() {
    Path2D dot = path(StrokeOutline.of(stroke(2, 2), NIB));
    double half = PressedLine.of(stroke(2, 2), NIB).half(0);
    for (double angle = 0; angle < 6.28; angle += 0.1) {
      double x = half * Math.cos(angle);
      double y = half * Math.sin(angle);
      assertTrue(dot.contains(2 + 0.88 * x, 2 + 0.88 * y));
      assertTrue(!dot.contains(2 + 1.12 * x, 2 + 1.12 * y));
    }
  }

  @Test
  void pathDataAreRelativeAndShort() {
    CubicBezier there = new CubicBezier(1, 2, 1.1, 2, 1.5, 1.91, 2, 1);
    CubicBezier back = new CubicBezier(2, 1, 2, 1, 1, 1, 1, 2);
    assertEquals("M1 8c.1 0 .5 .09 1 1 0 0-1 0-1-1z", OutlineData.of(List.of(there, back), 10));
  }

  private static double beyond(PressedLine line, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < line.size(); i++) {
      least = Math.min(least, Math.hypot(x - line.x(i), y - line.y(i)) - line.half(i));
    }
    return least;
  }

  private static Stroke spiral() {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      points.add(PenPoint.at(3 + 0.03 * i * Math.cos(i / 4.0), 3 + 0.03 * i * Math.sin(i / 4.0)));
    }
    return new Stroke(points);
  }

  /** A walk with turns of all kinds, loops among them. */
  private static Stroke scrawl(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PenPoint> points = new ArrayList<>();
    double x = 2;
    double y = 2;
    double direction = 0;
    for (int i = 0; i < 40; i++) {
      points.add(PenPoint.at(x, y));
      direction += random.nextGaussian() * (i % 10 == 9 ? 3 : 0.6);
      x = Math.max(0, Math.min(6, x + 0.35 * Math.cos(direction)));
      y = Math.max(0, Math.min(6, y + 0.35 * Math.sin(direction)));
    }
    return new Stroke(points);
  }

  private static Stroke stroke(double... coordinates) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(PenPoint.at(coordinates[i], coordinates[i + 1]));
    }
    return new Stroke(points);
  }

  private static Path2D path(List<CubicBezier> curves) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.moveTo(curves.get(0).x0(), curves.get(0).y0());
    for (CubicBezier curve : curves) {
      path.curveTo(curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.x3(), curve.y3());
    }
    path.closePath();
    return path;
  }
}
