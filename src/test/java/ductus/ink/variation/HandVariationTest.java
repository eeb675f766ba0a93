package ductus.ink.variation;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.math.Randomness;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HandVariationTest {
  private static final Box BOX = new Box(0, 0, 1, 1);

  @Test
  void refusesWhatIsNoDeviation() {
    assertRefused(
        "spacing must be from 0 to 0.5 but was NaN",
        () -> new HandVariation(0, 0, 0, Double.NaN, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new HandVariation(0, -0.1, 0, 0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new HandVariation(0, 0, 0.6, 0, 0, 0, 0));
  }

  @Test
  void withoutVariationNothingBendsOrDrifts() {
    RandomGenerator random = Randomness.of(1);
    Bending bending = new Bending(BOX, HandVariation.none(), random);
    Drift drift = new Drift(0, random);
    for (int i = 0; i < 100; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      assertEquals(x, bending.x(x, y), 1e-12);
      assertEquals(y, bending.y(x, y), 1e-12);
      assertEquals(0, drift.at(x));
    }
  }

  @Test
  void bendingIsSmoothAndSmall() {
    for (int seed = 0; seed < 200; seed++) {
      Bending bending = new Bending(BOX, HandVariation.natural(), Randomness.of(seed));
      for (double x = 0; x < 1; x += 0.1) {
        double moved = bending.x(x, 0.5);
        assertEquals(x, moved, 0.4, "seed " + seed);
        assertEquals(0.01, bending.x(x + 0.01, 0.5) - moved, 0.006, "seed " + seed);
      }
    }
  }

  @Test
  void theBaselineDriftsByItsDeviation() {
    double squares = 0;
    int lines = 2_000;
    for (int seed = 0; seed < lines; seed++) {
      double height = new Drift(0.1, Randomness.of(seed)).at(12);
      squares += height * height;
    }
    assertEquals(0.1, Math.sqrt(squares / lines), 0.02);
  }

  @Test
  void aWaveIsSmoothAndPeriodic() {
    assertEquals(1, Wave.at(0.25), 1e-12);
    assertEquals(-1, Wave.at(0.75), 1e-12);
    for (int i = -200; i < 200; i++) {
      double phase = i / 37.0;
      assertEquals(Math.sin(2 * Math.PI * phase), Wave.at(phase), 0.06);
      assertEquals(Wave.at(phase), Wave.at(phase + 3), 1e-9);
    }
  }

  @Test
  void normalNumbersAreNeverFarOut() {
    RandomGenerator random = Randomness.of(3);
    double most = 0;
    for (int i = 0; i < 10_000; i++) {
      most = Math.max(most, Math.abs(Wave.normal(random, 2)));
    }
    assertEquals(4.4, most, 1e-9);
    assertTrue(Wave.normal(random, 0) == 0);
  }
}
