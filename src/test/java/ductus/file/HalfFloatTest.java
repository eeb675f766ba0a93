package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalfFloatTest {
  @Test
  void everyHalfComesBack() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float value = HalfFloat.value((short) bits);
      if (!Float.isNaN(value)) {
        assertEquals((short) bits, HalfFloat.of(value), Integer.toHexString(bits));
      }
    }
  }

  @Test
  void hasTheValuesAndRoundingOfTheStandard() {
    assertEquals(1f, HalfFloat.value((short) 0x3c00));
    assertEquals(-2f, HalfFloat.value((short) 0xc000));
    assertEquals(65504f, HalfFloat.value((short) 0x7bff));
    assertEquals(0x1p-24f, HalfFloat.value((short) 1));
    assertEquals(Float.POSITIVE_INFINITY, HalfFloat.value(HalfFloat.of(65520f)));
    assertEquals(65504f, HalfFloat.value(HalfFloat.of(65519f)));
    assertTrue(Float.isNaN(HalfFloat.value(HalfFloat.of(Float.NaN))));
  }

  @Test
  void theNearestIsTaken() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      float value =
          (float) ((random.nextDouble() * 2 - 1) * StrictMath.pow(2, random.nextInt(-27, 16)));
      short half = HalfFloat.of(value);
      double error = Math.abs(value - HalfFloat.value(half));
      for (int step = -1; step <= 1; step += 2) {
        float beside = HalfFloat.value((short) (half + step));
        assertTrue(Float.isNaN(beside) || error <= Math.abs((double) value - beside), "" + value);
      }
    }
    assertEquals(0x3c00, HalfFloat.of(1 + 0x1p-11f), "half way: the even one");
    assertEquals(0x3c02, HalfFloat.of(1 + 3 * 0x1p-11f), "half way: the even one");
  }
}
