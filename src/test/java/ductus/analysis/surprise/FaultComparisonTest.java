package ductus.analysis.surprise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class FaultComparisonTest {
  private static BitSet rows(int... numbers) {
    BitSet rows = new BitSet();
    for (int number : numbers) {
      rows.set(number);
    }
    return rows;
  }

  @Test
  void aFaultIsFoundByAnyOfItsRows() {
    // Rows 0 and 1 are not judged; the last fault ends with the rows.
    FaultComparison compared =
        FaultComparison.of(rows(0, 4, 5, 6, 9, 18, 19), rows(1, 6, 12, 19), 2, 20);
    assertEquals(new FaultComparison(3, 2, 6, 3, 2, 12), compared);
    assertEquals(2 / 3.0, compared.precision());
    assertEquals(2 / 6.0, compared.recall());
    assertEquals(1 / 12.0, compared.falseAlarmRate());
  }

  @Test
  void nothingOddAndNothingFaultyHaveNoShares() {
    FaultComparison compared = FaultComparison.of(rows(), rows(), 0, 5);
    assertEquals(Double.NaN, compared.precision());
    assertEquals(Double.NaN, compared.recall());
    assertEquals(0, compared.falseAlarmRate());
  }
}
