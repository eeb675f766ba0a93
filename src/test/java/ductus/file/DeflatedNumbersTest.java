package ductus.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeflatedNumbersTest {
  @Test
  void numbersComeBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int count = 0; count < 200; count++) {
      long[] numbers = random.longs(count).toArray();
      assertArrayEquals(numbers, DeflatedNumbers.unpack(DeflatedNumbers.pack(numbers)));
    }
  }

  @Test
  void whatRepeatsGetsSmall() {
    long[] numbers = new long[100_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % 50 * 1_000_000_007L;
    }
    long[] packed = DeflatedNumbers.pack(numbers);
    assertTrue(packed.length < 1000, "packed into " + packed.length);
    assertArrayEquals(numbers, DeflatedNumbers.unpack(packed));
  }

  @Test
  void isRefusedIfDamaged() {
    long[] packed = DeflatedNumbers.pack(new SplittableRandom(2).longs(100).toArray());
    for (int cut = 0; cut < packed.length; cut++) {
      long[] shorter = Arrays.copyOf(packed, cut);
      assertThrows(IllegalArgumentException.class, () -> DeflatedNumbers.unpack(shorter));
    }
    for (long count : new long[] {-1, 0, 99, 101, Long.MAX_VALUE}) {
      long[] other = packed.clone();
      other[0] = count;
      assertThrows(IllegalArgumentException.class, () -> DeflatedNumbers.unpack(other));
    }
    long[] flipped = packed.clone();
    flipped[2] ^= 0xFF00L << 40;
    assertThrows(IllegalArgumentException.class, () -> DeflatedNumbers.unpack(flipped));
  }
}
