package ductus.bench.contender;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticBatchesTest {
  private static final Setting SETTING = new Setting(97, 8, 8, 1, 3, 5);

  @Test
  void areTheSameForEverySide() {
    SyntheticBatches one = new SyntheticBatches(SETTING);
    SyntheticBatches other = new SyntheticBatches(SETTING);
    int[][] first = one.next();
    assertArrayEquals(first, other.next());
    int[][] second = one.next();
    assertNotEquals(Arrays.deepToString(first), Arrays.deepToString(second));
    assertArrayEquals(second, other.next());
  }

  /** From {@code torch_contender.SyntheticBatches(97, 3, 5).next().T}. */
  @Test
  void areThoseOfThePythonSide() {
    int[][] windows = {{2, 49, 85, 51, 92, 68}, {52, 54, 77, 25, 36, 88}, {62, 52, 9, 86, 61, 16}};
    assertArrayEquals(windows, new SyntheticBatches(SETTING).next());
  }

  @Test
  void holdTokensOfTheVocabularyAndOneTargetMoreThanSteps() {
    SyntheticBatches batches = new SyntheticBatches(SETTING);
    for (int i = 0; i < 100; i++) {
      int[][] windows = batches.next();
      assertEquals(SETTING.batch(), windows.length);
      for (int[] window : windows) {
        assertEquals(SETTING.time() + 1, window.length);
        assertTrue(Arrays.stream(window).allMatch(token -> token >= 0 && token < 97));
      }
    }
  }

  @Test
  void reachOverPatternsShorterThanASequence() {
    int[][] windows = new SyntheticBatches(new Setting(16, 1, 1, 1, 1, 16384)).next();
    assertEquals(16385, windows[0].length);
  }
}
