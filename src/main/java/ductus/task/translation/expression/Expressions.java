package ductus.task.translation.expression;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.task.translation.TextPair;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Pairs of expressions: dates in words with ISO 8601, numbers in words with digits. */
public final class Expressions {
  /** Most that can be asked for. */
  public static final int MOST = 1_000_000;

  private Expressions() {}

  /**
   * Draws pairs, half of them dates and half numbers; short numbers come more than once.
   *
   * @param seed decides all
   */
  public static List<TextPair> draw(int count, long seed) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "count must be 1 to %,d but was %d".formatted(MOST, count));
    }
    return LongStream.range(0, count)
        .mapToObj(
            number -> {
              RandomGenerator random = Randomness.of(PlaceRandom.key(seed, number));
              return random.nextBoolean()
                  ? DateExpressions.draw(random)
                  : NumberExpressions.draw(random);
            })
        .toList();
  }
}
