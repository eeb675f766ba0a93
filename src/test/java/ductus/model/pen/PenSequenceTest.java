package ductus.model.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PenSequenceTest {
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
