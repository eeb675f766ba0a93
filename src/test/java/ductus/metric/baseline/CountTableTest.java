package ductus.metric.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CountTableTest {
  @Test
  void countsAsAMapDoesWhileItGrows() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    CountTable table = new CountTable(2);
    Map<Long, Integer> reference = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      // Near keys, and far ones that differ in their upper bits only.
      long key = random.nextLong(4000) << (random.nextBoolean() ? 0 : 40);
      int count = table.increment(table.insert(key), 1);
      assertEquals(reference.merge(key, 1, Integer::sum), count);
    }
    assertEquals(reference.size(), table.size());
    reference.forEach(
        (key, count) -> {
          assertEquals(count, table.count(table.find(key), 1));
          assertEquals(0, table.count(table.find(key), 0));
        });
  }

  @Test
  void findsNothingThatWasNotInserted() {
    CountTable table = new CountTable(1);
    assertTrue(table.find(0) < 0);
    table.insert(0);
    assertEquals(0, table.count(table.find(0), 0));
    assertTrue(table.find(64) < 0);
  }
}
