package ductus.workbench.classification;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Probabilities of logits. */
final class Softmax {
  private Softmax() {}

  /**
   * Of a row.
   *
   * @param logits [·×V], in strips or not
   * @param classes V
   * @return V numbers that sum to 1
   */
  static List<Double> of(FMatrixRMaj logits, int row, int classes) {
    int from = row * logits.numCols;
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      highest = Math.max(highest, logits.data[from + c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.exp(logits.data[from + c] - highest);
    }
    List<Double> probabilities = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      probabilities.add(Math.exp(logits.data[from + c] - highest) / sum);
    }
    return probabilities;
  }
}
