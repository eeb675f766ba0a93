package ductus.ink.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.math.Randomness;
import org.junit.jupiter.api.Test;

class BaselineLevelingTest {
  @Test
  void leavesALevelLineNearlyAsItIs() {
    for (long seed = 0; seed < 30; seed++) {
      Handwriting line = WrittenLines.of(20, Randomness.of(seed));
      double angle =
          new BaselineLeveling().apply(line).value(PreparedInk.BASELINE_ANGLE).orElseThrow();
      assertEquals(0, angle, 0.3, "seed " + seed);
    }
  }

  @Test
  void judgesNoSingleLetter() {
    Handwriting letter =
        WrittenLines.of(1, Randomness.of(1)).map(p -> p.moved(p.x(), p.y() + p.x()));
    assertEquals(letter, new BaselineLeveling().apply(letter).ink());
  }
}
