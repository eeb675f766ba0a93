package ductus.generate.ctc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class ForcedAlignmentTest {
  private static final int LABELS = 3;

  @Test
  void findsTheMostLikelyOfAllPathsThatSayTheText() {
    for (int[] labels : new int[][] {{0}, {1, 2}, {0, 0}, {2, 1, 1}}) {
      Emissions emissions = ToyText.emissions(6, LABELS, 2, Seeded.random(labels.length));
      double best = best(emissions, labels, new int[6], 0);
      ForcedAlignment aligned = ForcedAlignment.of(emissions, labels).orElseThrow();
      assertEquals(best, aligned.logProbability(), 1e-9);
    }
  }

  /** The log probability of the best path that says some labels, by trying all of them. */
  private static double best(Emissions emissions, int[] labels, int[] path, int t) {
    double best = Double.NEGATIVE_INFINITY;
    if (t == path.length) {
      if (!said(path).equals(Arrays.stream(labels).boxed().toList())) {
        return best;
      }
      double sum = 0;
      for (int step = 0; step < path.length; step++) {
        sum += emissions.logProbability(step, path[step]);
      }
      return sum;
    }
    for (int label = 0; label <= LABELS; label++) {
      path[t] = label;
      best = Math.max(best, best(emissions, labels, path, t + 1));
    }
    return best;
  }

  private static List<Integer> said(int[] path) {
    List<Integer> said = new ArrayList<>();
    int before = LABELS;
    for (int label : path) {
      if (label != before && label != LABELS) {
        said.add(label);
      }
      before = label;
    }
    return said;
  }

  @Test
  void tellsAtWhichStepEachLabelIsMostCertain() {
    FMatrixRMaj logits = new FMatrixRMaj(7, LABELS + 1);
    double[][] sure = {{1, 0, 2}, {2, 0, 5}, {3, 3, 4}, {4, 0, 3}, {5, 1, 4}};
    for (double[] each : sure) {
      logits.set((int) each[0], (int) each[1], (float) each[2]);
    }
    Emissions emissions = new Emissions(logits, 1, 0, 7, LABELS);
    ForcedAlignment aligned = ForcedAlignment.of(emissions, new int[] {0, 0, 1}).orElseThrow();
    assertEquals(List.of(2, 4, 5), aligned.steps());
  }

  @Test
  void aSequenceShorterThanItsTextHasNone() {
    Emissions emissions = ToyText.emissions(2, LABELS, 1, Seeded.random(1));
    assertEquals(Optional.empty(), ForcedAlignment.of(emissions, new int[] {1, 1}));
    assertEquals(Optional.empty(), ForcedAlignment.of(emissions, new int[] {0, 1, 2}));
    assertTrue(ForcedAlignment.of(emissions, new int[] {0, 1}).isPresent());
  }
}
