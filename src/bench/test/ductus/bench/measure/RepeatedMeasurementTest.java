package ductus.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedMeasurementTest {
  @Test
  void hasTheMiddleOneAsItsMedian() {
    assertEquals(
        new RepeatedMeasurement(3, 1, 20), RepeatedMeasurement.of(List.of(20.0, 1.0, 3.0)));
    assertEquals(new RepeatedMeasurement(5, 5, 5), RepeatedMeasurement.of(List.of(5.0)));
  }

  @Test
  void hasTheMeanOfTheMiddleTwoWhereTheirNumberIsEven() {
    assertEquals(
        new RepeatedMeasurement(3.5, 1, 20), RepeatedMeasurement.of(List.of(20.0, 1.0, 3.0, 4.0)));
  }

  @Test
  void rejectsAMeasurementWithoutRounds() {
    assertThrows(IllegalArgumentException.class, () -> RepeatedMeasurement.of(List.of()));
  }
}
