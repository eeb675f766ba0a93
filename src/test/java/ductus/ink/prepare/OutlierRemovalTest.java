package ductus.ink.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OutlierRemovalTest {
  @Test
  void dropsPointsThatJumpAwayAndBack() {
    for (long seed = 0; seed < 50; seed++) {
      RandomGenerator random = Randomness.of(seed);
      Handwriting clean = WrittenLines.of(10, random);
      List<Stroke> strokes = new ArrayList<>(clean.strokes());
      int which = random.nextInt(strokes.size());
      List<PenPoint> points = new ArrayList<>(strokes.get(which).points());
      if (points.size() == 1) {
        continue;
      }
      int at = 1 + random.nextInt(points.size() - 1);
      points.add(at, PenPoint.at(points.get(at).x() + 3, points.get(at).y() - 2));
      strokes.set(which, new Stroke(points));
      PreparedInk prepared = OutlierRemoval.usual().apply(clean.withStrokes(strokes));
      assertEquals(clean, prepared.ink(), "seed " + seed);
      assertEquals(1, prepared.value("outliers").orElseThrow());
    }
  }

  @Test
  void leavesDrawnLinesAlone() {
    Handwriting drawn =
        Handwriting.of(
            List.of(
                new Stroke(
                    List.of(
                        PenPoint.at(0, 0),
                        PenPoint.at(0, 9),
                        PenPoint.at(0.1, 0),
                        PenPoint.at(1, 1),
                        PenPoint.at(1.2, 1.2),
                        PenPoint.at(1.4, 1.2),
                        PenPoint.at(1.4, 9),
                        PenPoint.at(1.4, 1)))));
    assertEquals(drawn, OutlierRemoval.usual().apply(drawn).ink());
  }

  @Test
  void needsAFactorAboveOne() {
    assertThrows(IllegalArgumentException.class, () -> new OutlierRemoval(1));
    assertThrows(IllegalArgumentException.class, () -> new OutlierRemoval(Double.NaN));
  }
}
