package ductus.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBatchTest {
  @Test
  void shorterLinesArePaddedWithZeros() {
    LineRows two = new LineRows(new float[] {1, 2, 3, 4}, 2);
    LineRows one = new LineRows(new float[] {5, 6}, 2);
    LineBatch<int[]> batch = new LineBatch<>(List.of(two, one), 2, new int[0], 0);
    assertEquals(2, batch.time());
    assertEquals(2, batch.size());
    float[][] expected = {{1, 2}, {5, 6}, {3, 4}, {0, 0}};
    for (int row = 0; row < expected.length; row++) {
      assertEquals(expected[row][0], batch.inputs().get(row, 0));
      assertEquals(expected[row][1], batch.inputs().get(row, 1));
      assertEquals(0, batch.inputs().get(row, 2));
    }
  }

  @Test
  void refusesLinesOfOtherSteps() {
    LineRows line = new LineRows(new float[] {1, 2, 3}, 3);
    assertThrows(IllegalArgumentException.class, () -> new LineBatch<>(List.of(line), 2, line, 0));
    assertThrows(IllegalArgumentException.class, () -> new LineRows(new float[] {1, 2, 3}, 2));
    assertThrows(IllegalArgumentException.class, () -> new LineRows(new float[0], 2));
  }
}
