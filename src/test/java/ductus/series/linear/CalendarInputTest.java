package ductus.series.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarInputTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  private static double[] numbers(CalendarInput input, LocalDateTime time) {
    double[] numbers = new double[input.size()];
    input.write(time, numbers, 0);
    return numbers;
  }

  @Test
  void whatCanBeLearnedDependsOnPaceAndSpan() {
    assertEquals(
        List.of(CalendarInput.HOUR_OF_DAY, CalendarInput.DAY_OF_WEEK, CalendarInput.YEARS),
        CalendarInput.of(START, START.plusHours(999), 1000));
    assertEquals(
        List.of(CalendarInput.DAY_OF_WEEK, CalendarInput.DAY_OF_YEAR, CalendarInput.YEARS),
        CalendarInput.of(START, START.plusDays(999), 1000));
    assertEquals(
        List.of(CalendarInput.MONTH, CalendarInput.YEARS),
        CalendarInput.of(START, START.plusMonths(35), 36));
    assertEquals(List.of(CalendarInput.YEARS), CalendarInput.of(START, START.plusYears(9), 10));
    assertTrue(CalendarInput.of(START, START, 1).isEmpty());
  }

  @Test
  void comesAgain() {
    double[] noon = numbers(CalendarInput.HOUR_OF_DAY, START.plusHours(12));
    assertEquals(-1, noon[1], 1e-12);
    assertEquals(1, noon[3], 1e-12);
    assertEquals(noon[1], numbers(CalendarInput.HOUR_OF_DAY, START.plusHours(36))[1], 1e-12);
    // The first of January 2024 was a Monday.
    assertEquals(0, sum(numbers(CalendarInput.DAY_OF_WEEK, START)));
    assertEquals(1, numbers(CalendarInput.DAY_OF_WEEK, START.plusDays(6))[5]);
    assertEquals(1, numbers(CalendarInput.MONTH, START.plusMonths(11))[10]);
    assertEquals(-1, numbers(CalendarInput.DAY_OF_YEAR, START.plusDays(183))[1], 1e-3);
    assertEquals(24, numbers(CalendarInput.YEARS, START)[0], 0.01);
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
