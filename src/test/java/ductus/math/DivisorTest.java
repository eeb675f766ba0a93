package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DivisorTest {
  @Test
  void isTheGreatestThatBothHave() {
    assertEquals(6, Divisor.greatestCommon(12, 18));
    assertEquals(1, Divisor.greatestCommon(35, 12));
    assertEquals(7, Divisor.greatestCommon(0, 7));
    assertEquals(7, Divisor.greatestCommon(7, 0));
    assertEquals(1L << 40, Divisor.greatestCommon(1L << 40, 3L << 41));
  }
}
