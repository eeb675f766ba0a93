package ductus.series.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  @Test
  void comeAtWeekendsInSummerAndEveryYearMore() {
    LocalDate saturday = LocalDate.of(2022, 7, 9);
    double summer = Visitors.expected(saturday);
    assertTrue(summer > 1.5 * Visitors.expected(saturday.plusDays(2)), "Monday");
    assertTrue(summer > 2 * Visitors.expected(LocalDate.of(2022, 1, 8)), "winter");
    assertTrue(summer > Visitors.expected(LocalDate.of(2021, 7, 10)), "the year before");
    double christmas = Visitors.expected(LocalDate.of(2022, 12, 25));
    assertTrue(christmas < 0.2 * Visitors.expected(LocalDate.of(2022, 12, 18)), "Christmas");
  }

  @Test
  void varyAroundWhatIsExpected() {
    double[] visitors = Visitors.of(1000, 1);
    double sum = 0;
    for (int t = 0; t < visitors.length; t++) {
      assertEquals(Math.rint(visitors[t]), visitors[t]);
      sum += visitors[t] / Visitors.expected(Visitors.FIRST.plusDays(t));
    }
    assertEquals(1, sum / visitors.length, 0.02);
    assertArrayEquals(visitors, Visitors.of(1000, 1));
    assertTrue(!Arrays.equals(visitors, Visitors.of(1000, 2)));
    assertThrows(IllegalArgumentException.class, () -> Visitors.of(0, 1));
  }
}
