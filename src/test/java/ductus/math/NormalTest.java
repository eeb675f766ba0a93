package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NormalTest {
  private static final int DRAWS = 1 << 20;

  /** Shares of the standard normal distribution below −4, −3 … 4. */
  private static final double[] BELOW = {
    3.167e-5,
    1.34990e-3,
    2.275013e-2,
    0.15865525,
    0.5,
    0.84134475,
    0.97724987,
    0.9986501,
    0.99996833
  };

  @Test
  void hasTheMomentsOfTheStandardNormalDistribution() {
    for (long seed = 0; seed < 3; seed++) {
      double[] moments = new double[5];
      for (int i = 0; i < DRAWS; i++) {
        double x = Normal.at(PlaceRandom.key(seed, 9), i);
        for (int m = 1; m <= 4; m++) {
          moments[m] += Math.pow(x, m) / DRAWS;
        }
      }
      // Five deviations: those of x, x², x³ and x⁴ are 1, √2, √15 and √96.
      double root = Math.sqrt(DRAWS);
      assertEquals(0, moments[1], 5 / root);
      assertEquals(1, moments[2], 5 * Math.sqrt(2) / root);
      assertEquals(0, moments[3], 5 * Math.sqrt(15) / root);
      assertEquals(3, moments[4], 5 * Math.sqrt(96) / root);
    }
  }

  @Test
  void hasItsSharesAlsoInTheTails() {
    long key = PlaceRandom.key(3, 1);
    int[] counts = new int[BELOW.length];
    for (int i = 0; i < DRAWS; i++) {
      float x = Normal.at(key, i);
      for (int b = 0; b < BELOW.length; b++) {
        counts[b] += x < b - 4 ? 1 : 0;
      }
    }
    for (int b = 0; b < BELOW.length; b++) {
      double deviation = Math.sqrt(BELOW[b] * (1 - BELOW[b]) / DRAWS);
      assertEquals(BELOW[b], (double) counts[b] / DRAWS, 5 * deviation, "below " + (b - 4));
    }
  }

  /** The seams of the ziggurat's layers would show as gaps or heaps in fine bins. */
  @Test
  void isSmoothOverFineBins() {
    int bins = 400;
    double width = 0.02;
    int[] counts = new int[bins];
    long key = PlaceRandom.key(4, 1);
    for (int i = 0; i < 4 * DRAWS; i++) {
      int bin = (int) Math.floor(Normal.at(key, i) / width) + bins / 2;
      if (bin >= 0 && bin < bins) {
        counts[bin]++;
      }
    }
    double chiSquare = 0;
    for (int bin = 0; bin < bins; bin++) {
      double middle = (bin - bins / 2 + 0.5) * width;
      double density = Math.exp(-0.5 * middle * middle) / Math.sqrt(2 * Math.PI);
      // Simpson's correction for the bin's curvature.
      double expected =
          4.0 * DRAWS * width * density * (1 + width * width / 24 * (middle * middle - 1));
      chiSquare += (counts[bin] - expected) * (counts[bin] - expected) / expected;
    }
    assertTrue(Math.abs(chiSquare - bins) < 5 * Math.sqrt(2.0 * bins), "χ² = " + chiSquare);
  }

  @Test
  void dependsOnKeyAndIndexAlone() {
    long key = PlaceRandom.key(5, 5);
    float first = Normal.at(key, 77);
    assertEquals(first, Normal.at(key, 77));
    int alike = 0;
    for (int i = 0; i < 1000; i++) {
      alike += Normal.at(key, i) == Normal.at(PlaceRandom.key(5, 6), i) ? 1 : 0;
    }
    assertEquals(0, alike);
  }
}
