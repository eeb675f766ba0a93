package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenSamplerTest {
  private static final float NOTHING = Float.NEGATIVE_INFINITY;

  @Test
  void greedyTakesTheLowestOfTheMostLikelyTokens() {
    float[] logits = {1, 3, 3, -2};
    assertEquals(1, draw(logits, all(4), new Sampling(0, 0, 1)));
    assertEquals(2, draw(logits, new boolean[] {true, false, true, true}, new Sampling(0, 0, 1)));
  }

  @Test
  void greedyDrawsNoRandomNumber() {
    RandomGenerator never =
        () -> {
          throw new AssertionError("a random number was drawn");
        };
    new TokenSampler(3).draw(new float[] {1, 2, 3}, all(3), new Sampling(0, 1, 0.5), never);
  }

  @Test
  void drawsFromTheSoftmaxOfTheLogits() {
    float[] logits = randomLogits(20, Seeded.random(1));
    assertDrawnAs(softmax(logits, 1), logits, all(20), Sampling.PLAIN);
  }

  @Test
  void dividesLogitsByTheTemperature() {
    float[] logits = randomLogits(12, Seeded.random(2));
    assertDrawnAs(softmax(logits, 0.6), logits, all(12), new Sampling(0.6, 0, 1));
    assertDrawnAs(softmax(logits, 3), logits, all(12), new Sampling(3, 0, 1));
  }

  @Test
  void drawsOnlyAllowedTokensInTheirProportion() {
    float[] logits = randomLogits(10, Seeded.random(3));
    boolean[] allowed = all(10);
    allowed[0] = false;
    allowed[4] = false;
    allowed[9] = false;
    float[] masked = logits.clone();
    masked[0] = NOTHING;
    masked[4] = NOTHING;
    masked[9] = NOTHING;
    assertDrawnAs(softmax(masked, 1), logits, allowed, Sampling.PLAIN);
  }

  @Test
  void topKKeepsTheMostLikelyTokensAndOfEqualOnesTheLowest() {
    float[] logits = {0, 2, 1, 2, 1, -1, 1};
    float[] kept = {NOTHING, 2, 1, 2, 1, NOTHING, NOTHING};
    assertDrawnAs(softmax(kept, 0.8), logits, all(7), new Sampling(0.8, 4, 1));
  }

  @Test
  void topPKeepsTheSmallestSetThatReachesIt() {
    double[] probabilities = {0.05, 0.4, 0.1, 0.3, 0.15};
    float[] logits = logitsOf(probabilities);
    assertDrawnAs(new double[] {0, 1, 0, 0, 0}, logits, all(5), new Sampling(1, 0, 0.39));
    assertDrawnAs(new double[] {0, 4. / 7, 0, 3. / 7, 0}, logits, all(5), new Sampling(1, 0, 0.5));
    assertDrawnAs(
        new double[] {0, 0.4 / 0.95, 0.1 / 0.95, 0.3 / 0.95, 0.15 / 0.95},
        logits,
        all(5),
        new Sampling(1, 0, 0.9));
  }

  @Test
  void topPCountsTheProbabilityThatTopKLeaves() {
    // Of 0.4 and 0.3 the first has 0.57: enough for 0.55, though not before top-k.
    float[] logits = logitsOf(new double[] {0.3, 0.4, 0.1, 0.2});
    assertDrawnAs(new double[] {0, 1, 0, 0}, logits, all(4), new Sampling(1, 2, 0.55));
    assertDrawnAs(new double[] {3. / 7, 4. / 7, 0, 0}, logits, all(4), new Sampling(1, 2, 0.6));
  }

  @Test
  void topPIsTakenAfterTheTemperature() {
    float[] logits = logitsOf(new double[] {0.6, 0.4});
    assertDrawnAs(new double[] {1, 0}, logits, all(2), new Sampling(0.1, 0, 0.9));
  }

  @Test
  void narrowingAgreesWithASortedReference() {
    RandomGenerator random = Seeded.random(4);
    TokenSampler sampler = new TokenSampler(30);
    for (int round = 0; round < 500; round++) {
      float[] logits = new float[30];
      for (int token = 0; token < 30; token++) {
        logits[token] = random.nextInt(8);
      }
      int k = 1 + random.nextInt(30);
      int[] ranked =
          IntStream.range(0, 30)
              .boxed()
              .sorted((a, b) -> Float.compare(logits[b], logits[a]))
              .mapToInt(Integer::intValue)
              .toArray();
      int token = sampler.draw(logits, all(30), new Sampling(5, k, 1), random);
      assertTrue(Arrays.stream(ranked).limit(k).anyMatch(kept -> kept == token), "round " + round);
    }
  }

  @Test
  void staysSafeAtTheEndsOfTheRange() {
    float[] logits = {Float.MAX_VALUE, -Float.MAX_VALUE, 0};
    assertEquals(0, draw(logits, all(3), Sampling.PLAIN));
    assertEquals(0, draw(logits, all(3), new Sampling(Double.MIN_VALUE, 0, 0.5)));
    float[] low = {-1e30f, -1e30f};
    assertDrawnAs(new double[] {0.5, 0.5}, low, all(2), Sampling.PLAIN);
    assertDrawnAs(
        new double[] {0.5, 0.5}, new float[] {3, -3}, all(2), new Sampling(Double.MAX_VALUE, 0, 1));
  }

  @Test
  void neverDrawsAnImpossibleToken() {
    float[] logits = {NOTHING, 0, NOTHING, 0, NOTHING};
    assertDrawnAs(new double[] {0, 0.5, 0, 0.5, 0}, logits, all(5), Sampling.PLAIN);
    assertDrawnAs(new double[] {0, 0.5, 0, 0.5, 0}, logits, all(5), new Sampling(1, 4, 0.999));
    RandomGenerator almostOne = () -> -1L;
    int token = new TokenSampler(5).draw(logits, all(5), Sampling.PLAIN, almostOne);
    assertEquals(3, token);
  }

  @Test
  void saysThatTheModelIsBroken() {
    TokenSampler sampler = new TokenSampler(2);
    float[][] broken = {{0, Float.NaN}, {Float.POSITIVE_INFINITY, 0}, {NOTHING, NOTHING}};
    for (float[] logits : broken) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> sampler.draw(logits, all(2), Sampling.PLAIN, Seeded.random(5)));
      assertTrue(e.toString().endsWith("broken model"), e.toString());
    }
    boolean[] onlyFirst = {true, false};
    assertThrows(
        IllegalStateException.class,
        () -> sampler.draw(new float[] {NOTHING, 0}, onlyFirst, Sampling.PLAIN, Seeded.random(5)));
    // Also where the broken one is not allowed.
    assertThrows(
        IllegalStateException.class,
        () ->
            sampler.draw(new float[] {0, Float.NaN}, onlyFirst, Sampling.PLAIN, Seeded.random(5)));
  }

  @Test
  void rejectsWhatDoesNotFit() {
    TokenSampler sampler = new TokenSampler(2);
    boolean[] none = new boolean[2];
    assertThrows(
        IllegalArgumentException.class,
        () -> sampler.draw(new float[2], none, Sampling.PLAIN, Seeded.random(6)));
    assertThrows(
        IllegalArgumentException.class,
        () -> sampler.draw(new float[1], all(2), Sampling.PLAIN, Seeded.random(6)));
    assertThrows(
        IllegalArgumentException.class,
        () -> sampler.draw(new float[2], all(3), Sampling.PLAIN, Seeded.random(6)));
    assertThrows(IllegalArgumentException.class, () -> new TokenSampler(0));
  }

  @Test
  void givesTheSameTokensForTheSameSeed() {
    assertEquals(tokens(9), tokens(9));
    assertFalse(tokens(9).equals(tokens(10)));
    // Written down once: they must not change with the machine or the version.
    assertEquals("[4, 1, 1, 1, 1, 1, 5, 0, 1, 0, 1, 0]", tokens(9));
  }

  private static String tokens(long seed) {
    RandomGenerator random = Seeded.random(seed);
    float[] logits = {0.3f, 1.25f, -0.5f, 0, 0.75f, 1};
    TokenSampler sampler = new TokenSampler(6);
    return Arrays.toString(
        IntStream.range(0, 12)
            .map(i -> sampler.draw(logits, all(6), new Sampling(0.9, 5, 0.95), random))
            .toArray());
  }

  /** Draws many tokens and holds them against the probabilities by the chi-square statistic. */
  private static void assertDrawnAs(
      double[] probabilities, float[] logits, boolean[] allowed, Sampling sampling) {
    int draws = 100_000;
    int[] counts = new int[logits.length];
    TokenSampler sampler = new TokenSampler(logits.length);
    RandomGenerator random = Seeded.random(123);
    for (int i = 0; i < draws; i++) {
      counts[sampler.draw(logits, allowed, sampling, random)]++;
    }
    double chiSquare = 0;
    int possible = 0;
    for (int token = 0; token < logits.length; token++) {
      double expected = probabilities[token] * draws;
      if (expected == 0) {
        assertEquals(0, counts[token], "impossible token " + token);
        continue;
      }
      possible++;
      chiSquare += (counts[token] - expected) * (counts[token] - expected) / expected;
    }
    // Mean and deviation of chi-square with f degrees of freedom are f and the root of 2f.
    int freedom = possible - 1;
    assertTrue(chiSquare <= freedom + 5 * Math.sqrt(2.0 * freedom), "chi-square " + chiSquare);
  }

  private static int draw(float[] logits, boolean[] allowed, Sampling sampling) {
    return new TokenSampler(logits.length).draw(logits, allowed, sampling, Seeded.random(11));
  }

  private static double[] softmax(float[] logits, double temperature) {
    double[] exponentials = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      exponentials[i] = Math.exp(logits[i] / temperature);
      sum += exponentials[i];
    }
    for (int i = 0; i < logits.length; i++) {
      exponentials[i] /= sum;
    }
    return exponentials;
  }

  private static float[] logitsOf(double[] probabilities) {
    float[] logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]);
    }
    return logits;
  }

  private static float[] randomLogits(int size, RandomGenerator random) {
    float[] logits = new float[size];
    for (int i = 0; i < size; i++) {
      logits[i] = (float) random.nextGaussian();
    }
    return logits;
  }

  private static boolean[] all(int size) {
    boolean[] allowed = new boolean[size];
    Arrays.fill(allowed, true);
    return allowed;
  }
}
