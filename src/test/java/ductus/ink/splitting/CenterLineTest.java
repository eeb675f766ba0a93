package ductus.ink.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CenterLineTest {
  /** Letters from 0 to 2 above a baseline, one in four of them long. */
  private static List<PenPoint> letters(int width, DoubleUnaryOperator baseline) {
    List<PenPoint> points = new ArrayList<>();
    for (int x = 0; x <= width; x++) {
      double top = x % 4 == 3 ? 4 : 2;
      for (double up = 0; up <= top; up += 0.25) {
        points.add(PenPoint.at(x, baseline.applyAsDouble(x) + up));
      }
    }
    return points;
  }

  @Test
  void followsALineThatRisesAndGoesStraightOnBeyondIt() {
    CenterLine line = new CenterLine(letters(100, x -> 0.2 * x), 2, 0.2);
    for (double x : new double[] {-10, 0, 33, 50, 100, 120}) {
      assertEquals(0.2 * x + 1.1, line.at(x), 0.3, "at " + x);
    }
    assertEquals(0.2, line.moments().covariance() / line.moments().variance(), 0.01);
  }

  @Test
  void bendsWithTheInk() {
    CenterLine line = new CenterLine(letters(100, x -> 5 * Math.sin(x / 20)), 2, 0);
    for (int x = 10; x <= 90; x += 10) {
      assertEquals(5 * Math.sin(x / 20.0) + 1.1, line.at(x), 0.8, "at " + x);
    }
  }

  @Test
  void goesAsTheLinesOfThePageDoWhereInkIsLittle() {
    CenterLine line = new CenterLine(letters(2, x -> 0), 2, 0.1);
    assertEquals(1, line.at(12) - line.at(2), 1e-6);
  }
}
