package ductus.analysis.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.generate.hindsight.HiddenStateTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTraceTest {
  /** Two layers of two units over three steps. */
  private static final HiddenStateTrace COURSES =
      new HiddenStateTrace() {
        private final double[][][] states = {
          {{1, 1, 1}, {0, 0, 0.6}}, {{-0.3, -0.9, -0.3}, {0.1, 0.2, 0.3}}
        };

        @Override
        public int steps() {
          return 3;
        }

        @Override
        public int layers() {
          return 2;
        }

        @Override
        public int units(int layer) {
          return 2;
        }

        @Override
        public double[] course(int layer, int unit) {
          return states[layer][unit];
        }
      };

  @Test
  void unitsFireThatAreFarFromTheirMeans() {
    List<UnitTrace> strongest = UnitTrace.strongest(COURSES, 1, 2);
    assertEquals(new UnitTrace(1, 0, List.of(-0.3, -0.9, -0.3), -0.4), strongest.get(0));
    assertEquals(List.of(0, 1), List.of(strongest.get(1).layer(), strongest.get(1).unit()));
    assertEquals(4, UnitTrace.strongest(COURSES, 0, 9).size());
  }
}
