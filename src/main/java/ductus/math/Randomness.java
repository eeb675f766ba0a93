package ductus.math;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The random numbers of the program: one named algorithm, the same on every machine. */
public final class Randomness {
  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private Randomness() {}

  /** A generator that the seed decides. */
  public static RandomGenerator of(long seed) {
    return ALGORITHM.create(seed);
  }
}
