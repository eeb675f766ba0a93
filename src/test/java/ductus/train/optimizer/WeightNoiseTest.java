package ductus.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Parameter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightNoiseTest {
  private static final double DEVIATION = 0.075;

  /** The noise on the large matrix. */
  private static float[] noise(long seed, long update, int threads) {
    try (Workers workers = new Workers(threads)) {
      List<Parameter> parameters = Weights.some(Seeded.random(1));
      parameters.forEach(parameter -> parameter.value().zero());
      new WeightNoise(parameters, DEVIATION, workers).add(seed, update);
      return parameters.get(0).value().data;
    }
  }

  @Test
  void hasItsDeviationAndNoMean() {
    float[] noise = noise(1, 2, 1);
    double sum = 0;
    double squares = 0;
    for (float x : noise) {
      sum += x;
      squares += (double) x * x;
    }
    double deviation = DEVIATION / Math.sqrt(noise.length);
    assertEquals(0, sum / noise.length, 5 * deviation);
    assertEquals(DEVIATION, Math.sqrt(squares / noise.length), 5 * deviation);
  }

  @Test
  void dependsOnSeedAndUpdateAndNotOnThreads() {
    float[] noise = noise(1, 2, 1);
    assertArrayEquals(noise, noise(1, 2, 3));
    assertFalse(Arrays.equals(noise, noise(2, 2, 1)));
    assertFalse(Arrays.equals(noise, noise(1, 3, 1)));
  }

  @Test
  void isTakenAwayToTheLastBitAndLeavesBiasesAlone() {
    try (Workers workers = new Workers(2)) {
      List<Parameter> parameters = Weights.some(Seeded.random(1));
      List<float[]> before = parameters.stream().map(p -> p.value().data.clone()).toList();
      WeightNoise noise = new WeightNoise(parameters, DEVIATION, workers);
      for (int update = 0; update < 3; update++) {
        noise.add(1, update);
        for (int p = 0; p < parameters.size(); p++) {
          boolean matrix = parameters.get(p).value().numRows > 1;
          assertEquals(
              !matrix,
              Arrays.equals(before.get(p), parameters.get(p).value().data),
              parameters.get(p).name());
        }
        noise.remove();
        for (int p = 0; p < parameters.size(); p++) {
          assertArrayEquals(before.get(p), parameters.get(p).value().data);
        }
      }
    }
  }
}
