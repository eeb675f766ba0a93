package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceRandomTest {
  private static final int DRAWS = 1 << 18;

  @Test
  void samePlaceGivesTheSameNumber() {
    long key = PlaceRandom.key(1, 2, 3);
    assertEquals(key, PlaceRandom.key(1, 2, 3));
    assertEquals(PlaceRandom.uniform(key, 99), PlaceRandom.uniform(key, 99));
  }

  @Test
  void keysDifferInEveryPartAndInOrder() {
    Set<Long> keys = new HashSet<>();
    for (long a = -5; a < 20; a++) {
      for (long b = -5; b < 20; b++) {
        for (long c = -5; c < 20; c++) {
          keys.add(PlaceRandom.key(a, b, c));
        }
      }
    }
    assertEquals(25 * 25 * 25, keys.size());
    assertNotEquals(PlaceRandom.key(0), PlaceRandom.key(0, 0));
  }

  @Test
  void isUniformOverIndices() {
    for (long seed = 0; seed < 5; seed++) {
      long key = PlaceRandom.key(seed, 0);
      int[] counts = new int[256];
      double sum = 0;
      double product = 0;
      float previous = 0.5f;
      for (int i = 0; i < DRAWS; i++) {
        float value = PlaceRandom.uniform(key, i);
        assertTrue(value >= 0 && value < 1);
        assertEquals(Math.rint(value * 0x1p24), value * 0x1p24);
        counts[(int) (value * 256)]++;
        sum += value;
        product += (value - 0.5) * (previous - 0.5);
        previous = value;
      }
      assertUniform(counts, "seed " + seed);
      assertEquals(0.5, sum / DRAWS, 5 / Math.sqrt(12.0 * DRAWS), "mean of seed " + seed);
      assertEquals(0, 12 * product / DRAWS, 5 / Math.sqrt(DRAWS), "neighbors of seed " + seed);
    }
  }

  @Test
  void isUniformOverUpdates() {
    int[] counts = new int[256];
    for (int update = 0; update < DRAWS; update++) {
      counts[(int) (PlaceRandom.uniform(PlaceRandom.key(7, update), 3) * 256)]++;
    }
    assertUniform(counts, "updates");
  }

  /** Chi-square with 255 degrees of freedom: mean 255, deviation 22.6; five deviations allowed. */
  private static void assertUniform(int[] counts, String what) {
    double expected = (double) DRAWS / counts.length;
    double square = 0;
    for (int count : counts) {
      square += (count - expected) * (count - expected) / expected;
    }
    assertEquals(255, square, 5 * 22.6, what);
  }
}
