package ductus.math;

import java.util.Collections;
import java.util.List;
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

  /**
   * A number below a count; not the one before, where there are others.
   *
   * @param before negative for none
   */
  public static int another(int before, int count, RandomGenerator random) {
    return before < 0 || count == 1
        ? random.nextInt(count)
        : (before + 1 + random.nextInt(count - 1)) % count;
  }

  /** Puts a list in an order by chance. */
  public static <T> void shuffle(List<T> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
