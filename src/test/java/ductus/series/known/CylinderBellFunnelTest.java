package ductus.series.known;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CylinderBellFunnelTest {
  /** Mean of many at a time step. */
  private static double mean(CylinderBellFunnel.Shape shape, int step) {
    double sum = 0;
    for (int seed = 0; seed < 2000; seed++) {
      sum += CylinderBellFunnel.of(shape, seed)[step];
    }
    return sum / 2000;
  }

  @Test
  void isALevelARiseAndAFall() {
    assertEquals(6, mean(CylinderBellFunnel.Shape.CYLINDER, 45), 0.2);
    for (CylinderBellFunnel.Shape shape : CylinderBellFunnel.Shape.values()) {
      assertEquals(0, mean(shape, 5), 0.1, "nothing yet");
      assertEquals(0, mean(shape, 127), 0.1, "nothing any more");
      assertEquals(
          CylinderBellFunnel.LENGTH,
          Arrays.stream(CylinderBellFunnel.of(shape, 1)).filter(Double::isFinite).count());
    }
    assertEquals(
        6 - mean(CylinderBellFunnel.Shape.BELL, 40),
        mean(CylinderBellFunnel.Shape.FUNNEL, 40),
        0.3);
  }
}
