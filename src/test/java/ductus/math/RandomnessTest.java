package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RandomnessTest {
  @Test
  void isTheNamedAlgorithm() {
    RandomGenerator named = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    RandomGenerator ours = Randomness.of(7);
    for (int i = 0; i < 5; i++) {
      assertEquals(named.nextLong(), ours.nextLong());
    }
    assertNotEquals(Randomness.of(7).nextLong(), Randomness.of(8).nextLong());
  }
}
