package ductus.generate.ctc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class BestPathTest {
  /** Reads a path of two labels, 0 and 1, and blanks, 2. */
  private static List<Integer> read(int... path) {
    FMatrixRMaj logits = new FMatrixRMaj(path.length, 3);
    for (int t = 0; t < path.length; t++) {
      logits.set(t, path[t], 5);
    }
    return BestPath.read(new Emissions(logits, 1, 0, path.length, 2));
  }

  @Test
  void takesRepetitionsTogetherAndLeavesBlanksOut() {
    assertEquals(List.of(), read(2, 2, 2));
    assertEquals(List.of(0), read(0, 0, 0));
    assertEquals(List.of(0, 0), read(0, 0, 2, 0));
    assertEquals(List.of(0, 1, 0), read(2, 0, 1, 1, 0, 2));
    assertEquals(List.of(1), read(1));
  }

  @Test
  void readsOneSequenceOfABatch() {
    FMatrixRMaj logits = new FMatrixRMaj(6, 16);
    int[][] paths = {{0, 2, 1}, {1, 1, 2}};
    for (int b = 0; b < 2; b++) {
      for (int t = 0; t < 3; t++) {
        logits.set(2 * t + b, paths[b][t], 5);
      }
    }
    assertEquals(List.of(0, 1), BestPath.read(new Emissions(logits, 2, 0, 3, 2)));
    assertEquals(List.of(1), BestPath.read(new Emissions(logits, 2, 1, 3, 2)));
    assertEquals(List.of(0), BestPath.read(new Emissions(logits, 2, 0, 2, 2)));
  }
}
