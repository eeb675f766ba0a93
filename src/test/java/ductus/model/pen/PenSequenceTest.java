package ductus.model.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PenSequenceTest {
  @Test
  void reshapesOffsetsAndNothingElse() {
    PenSequence line =
        new PenSequence(
            new float[] {0, 1, -2},
            new float[] {0.5f, -1, 4},
            new boolean[] {false, false, true},
            new int[] {0, PenBatch.NONE, 1},
            PenText.NONE,
            3);
    PenSequence wide = line.reshaped(2, 3, 0.25);
    float[] x = {0.25f, 1.5f, -2};
    float[] y = {1.5f, -3, 12};
    for (int t = 0; t < 3; t++) {
      assertEquals(x[t], wide.deltaX(t), 1e-6);
      assertEquals(y[t], wide.deltaY(t), 1e-6);
      assertEquals(line.characterOfPoint(t), wide.characterOfPoint(t));
    }
    assertFalse(wide.penUp(1));
    assertTrue(wide.penUp(2));
    assertEquals(3, wide.style());
    assertEquals(PenText.NONE, wide.text());
  }

  @Test
  void aBeginningKeepsPointsTextAndHand() {
    PenSequence line =
        new PenSequence(
            new float[] {1, 2, 3},
            new float[] {4, 5, 6},
            new boolean[] {false, true, true},
            new int[] {0, PenBatch.NONE, 1},
            PenText.of(new int[] {7, 8, 1}),
            5);
    PenSequence first = line.first(2);
    assertEquals(2, first.points());
    assertEquals(2, first.deltaX(1));
    assertEquals(5, first.deltaY(1));
    assertFalse(first.penUp(0));
    assertTrue(first.penUp(1));
    assertEquals(PenBatch.NONE, first.characterOfPoint(1));
    assertSame(line.text(), first.text());
    assertEquals(5, first.style());
    assertSame(line, line.first(3));
    assertSame(line, line.first(800));
  }
}
