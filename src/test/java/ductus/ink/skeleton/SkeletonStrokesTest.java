package ductus.ink.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonStrokesTest {
  private static final double NIB = 6;

  /** Ink of strokes that were drawn with a round nib; x and y of their points, y up. */
  private static Bitmap ink(double[]... strokes) {
    Bitmap ink = new Bitmap(100, 100);
    for (double[] stroke : strokes) {
      for (int i = 0; i + 3 < stroke.length; i += 2) {
        for (double part = 0; part <= 1; part += 0.005) {
          double x = stroke[i] + part * (stroke[i + 2] - stroke[i]);
          double y = stroke[i + 1] + part * (stroke[i + 3] - stroke[i + 1]);
          for (int pixel = 0; pixel < 100 * 100; pixel++) {
            int row = pixel / 100;
            int column = pixel % 100;
            if (Math.hypot(column + 0.5 - x, 99.5 - row - y) < NIB / 2) {
              ink.set(row, column, true);
            }
          }
        }
      }
    }
    return ink;
  }

  private static List<Stroke> strokes(double[]... drawn) {
    return SkeletonStrokes.of(ink(drawn), NIB).strokes();
  }

  private static void assertNear(double x, double y, PenPoint point) {
    assertTrue(point.distance(PenPoint.at(x, y)) < 3, point + " must be near " + x + ", " + y);
  }

  private static double[] line(double... points) {
    return points;
  }

  @Test
  void aCrossIsTwoStraightStrokes() {
    List<Stroke> strokes = strokes(line(20, 30, 80, 70), line(20, 70, 80, 30));
    assertEquals(2, strokes.size());
    for (Stroke stroke : strokes) {
      assertEquals(72, stroke.length(), 4);
      assertEquals(72, stroke.first().distance(stroke.last()), 4);
      assertEquals(20, stroke.first().x(), 3);
    }
  }

  @Test
  void aBarIsAStrokeOfItsOwn() {
    List<Stroke> strokes = strokes(line(50, 80, 50, 20), line(20, 80, 80, 80));
    assertEquals(2, strokes.size());
    assertNear(20, 80, strokes.get(0).first());
    assertNear(80, 80, strokes.get(0).last());
    assertNear(50, 20, strokes.get(1).last());
  }

  @Test
  void goesDownAStemAndUpAgain() {
    // An n: down the stem, up most of it again, and over the arch.
    List<Stroke> strokes =
        strokes(line(30, 80, 30, 20), line(30, 50, 40, 68, 50, 74, 60, 68, 66, 50, 66, 20));
    assertEquals(1, strokes.size());
    assertNear(30, 80, strokes.get(0).first());
    assertNear(66, 20, strokes.get(0).last());
    assertTrue(strokes.get(0).points().stream().anyMatch(p -> p.distance(PenPoint.at(30, 20)) < 3));
  }

  @Test
  void aRingBeginsAtItsTopAndGoesLeft() {
    List<Stroke> strokes = strokes(line(50, 80, 30, 60, 30, 40, 50, 20, 70, 40, 70, 60, 50, 80));
    assertEquals(1, strokes.size());
    Stroke ring = strokes.get(0);
    assertNear(50, 79, ring.first());
    assertEquals(ring.first(), ring.last());
    assertTrue(ring.points().get(1).x() < 50, "to the left");
  }

  @Test
  void aLoopWithinALineIsOneStroke() {
    // An l: up, round, and down across the line.
    List<Stroke> strokes =
        strokes(line(20, 20, 60, 60, 66, 76, 56, 84, 46, 76, 50, 30, 60, 20, 80, 26));
    assertEquals(1, strokes.size());
    assertNear(20, 20, strokes.get(0).first());
    assertNear(80, 26, strokes.get(0).last());
  }

  @Test
  void aSpotIsAPoint() {
    List<Stroke> strokes = strokes(line(50, 50, 50, 50));
    assertEquals(1, strokes.size());
    assertTrue(strokes.get(0).length() <= 2);
    assertNear(50, 50, strokes.get(0).first());
  }
}
