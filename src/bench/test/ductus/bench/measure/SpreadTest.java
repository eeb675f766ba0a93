package ductus.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void hasTheMiddleOneAsItsMedian() {
    assertEquals(new Spread(3, 1, 20), Spread.of(List.of(20.0, 1.0, 3.0)));
    assertEquals(new Spread(5, 5, 5), Spread.of(List.of(5.0)));
  }

  @Test
  void hasTheMeanOfTheMiddleTwoWhereTheirNumberIsEven() {
    assertEquals(new Spread(3.5, 1, 20), Spread.of(List.of(20.0, 1.0, 3.0, 4.0)));
  }

  @Test
  void rejectsNothing() {
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }
}
