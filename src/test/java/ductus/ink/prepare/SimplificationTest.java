package ductus.ink.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SimplificationTest {
  @Test
  void keepsEveryPointNearTheLinesThatAreLeft() {
    for (long seed = 0; seed < 100; seed++) {
      RandomGenerator random = Randomness.of(seed);
      List<PenPoint> points = new ArrayList<>();
      double x = 0;
      double y = 0;
      for (int i = 0; i < 200; i++) {
        points.add(PenPoint.at(x, y));
        x += random.nextGaussian();
        y += random.nextGaussian();
      }
      double tolerance = random.nextDouble(0.1, 3);
      Handwriting ink = Handwriting.of(List.of(new Stroke(points)));
      Stroke simple = new Simplification(tolerance).apply(ink).ink().strokes().get(0);
      assertTrue(points.containsAll(simple.points()));
      assertTrue(simple.points().size() < points.size());
      int at = 0;
      for (PenPoint point : points) {
        if (at + 1 < simple.points().size() && point.equals(simple.points().get(at + 1))) {
          at++;
        }
        double distance =
            Math.min(distance(point, simple, Math.max(0, at - 1)), distance(point, simple, at));
        assertTrue(distance <= tolerance + 1e-9, "seed " + seed);
      }
    }
  }

  @Test
  void leavesTheEndsOfAStraightLine() {
    List<PenPoint> line = new ArrayList<>();
    for (int i = 0; i <= 100_000; i++) {
      line.add(PenPoint.at(i, 2 * i));
    }
    Handwriting ink = Handwriting.of(List.of(new Stroke(line)));
    assertEquals(
        List.of(line.get(0), line.get(100_000)),
        new Simplification(1e-6).apply(ink).ink().strokes().get(0).points());
  }

  @Test
  void refusesANegativeTolerance() {
    assertThrows(IllegalArgumentException.class, () -> new Simplification(-1));
  }

  private static double distance(PenPoint point, Stroke line, int segment) {
    if (segment + 1 >= line.points().size()) {
      return point.distance(line.last());
    }
    PenPoint from = line.points().get(segment);
    PenPoint to = line.points().get(segment + 1);
    return Line2D.ptSegDist(from.x(), from.y(), to.x(), to.y(), point.x(), point.y());
  }
}
