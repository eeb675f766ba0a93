package ductus.model;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final int V = 100;
  private static final int NO = Batch.MASKED;

  private final Sequence longer =
      new Sequence(new int[] {1, 2, 3, 4}, new int[] {10, 11, 12, 13}, 1);
  private final Sequence shorter =
      new Sequence(new int[] {5, 6}, new int[] {Sequence.NONE, Sequence.NONE}, 1);

  @Test
  void hasEachTokenWithTheSideFeaturesOfTheNextAndTheNextAsTarget() {
    Batch batch = Batch.of(List.of(longer), V);
    assertEquals(3, batch.time());
    assertEquals(1, batch.size());
    assertEquals(2, batch.perStep());
    assertEquals(3, batch.targetCount());
    assertArrayEquals(new int[] {1, V + 11, 2, V + 12, 3, V + 13}, batch.inputs().rows());
    assertArrayEquals(new int[] {2, 3, 4}, batch.targets());
  }

  @Test
  void padsShorterSequencesBehindTheirEnd() {
    Batch batch = Batch.of(List.of(shorter, longer), V);
    assertEquals(4, batch.targetCount());
    assertArrayEquals(
        new int[] {5, NO, 1, V + 11, NO, NO, 2, V + 12, NO, NO, 3, V + 13}, batch.inputs().rows());
    assertArrayEquals(new int[] {6, 2, NO, 3, NO, 4}, batch.targets());
  }

  @Test
  void windowsFollowOneAnother() {
    Batch first = Batch.window(List.of(shorter, longer), V, 0, 2);
    assertArrayEquals(new int[] {6, 2, NO, 3}, first.targets());
    assertEquals(3, first.targetCount());
    Batch second = Batch.window(List.of(shorter, longer), V, 2, 2);
    assertArrayEquals(new int[] {NO, NO, 3, V + 13, NO, NO, NO, NO}, second.inputs().rows());
    assertArrayEquals(new int[] {NO, 4, NO, NO}, second.targets());
    assertEquals(1, second.targetCount());
    assertEquals(0, Batch.window(List.of(shorter, longer), V, 9, 2).targetCount());
  }

  @Test
  void aSequenceWithoutANextTokenHasNoTarget() {
    Batch batch = Batch.of(List.of(new Sequence(new int[] {1}, new int[0], 0)), V);
    assertEquals(1, batch.time());
    assertEquals(0, batch.targetCount());
    assertEquals(0, Batch.of(List.of(new Sequence(new int[0], new int[0], 0)), V).targetCount());
  }

  @Test
  void refusesABatchWithoutSequences() {
    assertThrows(IllegalArgumentException.class, () -> Batch.of(List.of(), V));
  }

  @Test
  void refusesSequencesWithDifferentNumbersOfSideFeatures() {
    Sequence other = new Sequence(new int[] {1, 2}, new int[] {0, 0, 0, 0}, 2);
    assertRefused(
        "side features must be 1 a step in all sequences but were 2",
        () -> Batch.of(List.of(longer, other), V));
  }
}
