package ductus.nn.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.Closeness;
import ductus.nn.recurrent.Golden;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MixtureTest {
  private static final double TOLERANCE = 2e-5;

  /** Made by {@code src/test/python/mixture_golden.py}. */
  private static final Golden GOLDEN = new Golden("/ductus/nn/head/mixture_golden.txt");

  private static final int COMPONENTS = 4;
  private static final int OUTPUTS = Mixture.outputs(COMPONENTS);

  @Test
  void agreesWithPyTorch() {
    float[] raw = narrow(GOLDEN.matrix("raw"));
    float[] points = narrow(GOLDEN.matrix("points"));
    double[] offsetNats = GOLDEN.matrix("offset-nats");
    double[] penNats = GOLDEN.matrix("pen-nats");
    double[] gradient = GOLDEN.matrix("gradient");
    Mixture mixture = new Mixture(COMPONENTS);
    for (int r = 0; r < offsetNats.length; r++) {
      float[] row = Arrays.copyOfRange(raw, r * OUTPUTS, (r + 1) * OUTPUTS);
      boolean up = points[3 * r + 2] == 1;
      mixture.read(row, 0);
      double size = Math.max(1, Math.abs(offsetNats[r]));
      assertEquals(
          offsetNats[r], mixture.offsetNats(points[3 * r], points[3 * r + 1]), TOLERANCE * size);
      assertEquals(penNats[r], mixture.penNats(up), TOLERANCE);
      mixture.gradient(row, 0, up, 1);
      Closeness.require(
          "gradient of row " + r,
          Arrays.copyOfRange(gradient, r * OUTPUTS, (r + 1) * OUTPUTS),
          row,
          OUTPUTS,
          TOLERANCE);
    }
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  @Test
  void weightsSumToOneAndTheRestStaysWithinLimits() {
    RandomGenerator random = Seeded.random(1);
    Mixture mixture = new Mixture(COMPONENTS);
    for (int i = 0; i < 1000; i++) {
      mixture.read(Seeded.floats(OUTPUTS, i % 10 == 0 ? 1e3 : 5, random), 0);
      double sum = 0;
      for (int j = 0; j < COMPONENTS; j++) {
        sum += mixture.weight(j);
        assertTrue(mixture.deviationX(j) > 0.011 && mixture.deviationX(j) < 148.5);
        assertTrue(mixture.deviationY(j) > 0.011 && mixture.deviationY(j) < 148.5);
        assertTrue(Math.abs(mixture.correlation(j)) <= Mixture.GREATEST_CORRELATION);
      }
      assertEquals(1, sum, 1e-6);
      assertTrue(mixture.penUp() >= 0 && mixture.penUp() <= 1);
    }
  }

  @Test
  void densityOfAllOffsetsSumsToOne() {
    Mixture mixture = new Mixture(COMPONENTS);
    mixture.read(Seeded.floats(OUTPUTS, 0.8, Seeded.random(2)), 0);
    double step = 0.05;
    double sum = 0;
    for (double x = -12; x < 12; x += step) {
      for (double y = -12; y < 12; y += step) {
        sum += StrictMath.exp(-mixture.offsetNats((float) x, (float) y)) * step * step;
      }
    }
    assertEquals(1, sum, 1e-3);
    assertEquals(
        1, StrictMath.exp(-mixture.penNats(true)) + StrictMath.exp(-mixture.penNats(false)), 1e-9);
  }

  @Test
  void extremeInputsStayFinite() {
    RandomGenerator random = Seeded.random(3);
    Mixture mixture = new Mixture(COMPONENTS);
    for (int i = 0; i < 5000; i++) {
      double size = i % 2 == 0 ? 1e3 : 30;
      float[] raw = Seeded.floats(OUTPUTS, size, random);
      if (i % 3 == 0) {
        Arrays.fill(raw, 1 + 3 * COMPONENTS, 1 + 5 * COMPONENTS, -1e3f);
        Arrays.fill(raw, 1 + 5 * COMPONENTS, OUTPUTS, 1e3f);
      }
      float x = (float) (1e3 * (2 * random.nextDouble() - 1));
      float y = i % 5 == 0 ? -1e3f : (float) random.nextGaussian();
      mixture.read(raw, 0);
      double nats = mixture.offsetNats(x, y) + mixture.penNats(i % 7 == 0);
      assertTrue(Double.isFinite(nats), "nats of case " + i);
      mixture.gradient(raw, 0, i % 7 == 0, 1);
      for (float value : raw) {
        assertTrue(Float.isFinite(value), "gradient of case " + i);
      }
    }
  }

  @Test
  void logDeviationsBeyondALimitAreLedBackOnly() {
    float[] row = new float[Mixture.outputs(1)];
    row[4] = Mixture.LEAST_LOG_DEVIATION - 1;
    row[5] = Mixture.LEAST_LOG_DEVIATION - 1;
    Mixture mixture = new Mixture(1);
    mixture.read(row, 0);
    // Far away along x: wider is better. On the mean along y: narrower would be.
    mixture.offsetNats(1, 0);
    mixture.gradient(row, 0, false, 1);
    assertTrue(row[4] < 0, "log deviation of Δx goes up");
    assertEquals(0, row[5], "log deviation of Δy stays");
    Arrays.fill(row, 0);
    row[4] = Mixture.GREATEST_LOG_DEVIATION + 1;
    row[5] = Mixture.GREATEST_LOG_DEVIATION + 1;
    mixture.read(row, 0);
    mixture.offsetNats(1e3f, 0);
    mixture.gradient(row, 0, false, 1);
    assertEquals(0, row[4], "log deviation of Δx stays");
    assertTrue(row[5] > 0, "log deviation of Δy goes down");
  }

  @Test
  void readsARowWhereItStandsAndWritesThereOnly() {
    float[] raw = Seeded.floats(OUTPUTS + 8, 1, Seeded.random(4));
    float[] before = raw.clone();
    Mixture mixture = new Mixture(COMPONENTS);
    mixture.read(raw, 3);
    mixture.offsetNats(0.1f, 0.2f);
    mixture.gradient(raw, 3, true, 1);
    assertArrayEquals(Arrays.copyOf(before, 3), Arrays.copyOf(raw, 3));
    assertArrayEquals(
        Arrays.copyOfRange(before, 3 + OUTPUTS, before.length),
        Arrays.copyOfRange(raw, 3 + OUTPUTS, raw.length));
  }

  @Test
  void rejectsAMixtureOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> new Mixture(0));
  }
}
