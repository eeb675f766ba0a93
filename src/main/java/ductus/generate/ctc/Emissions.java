package ductus.generate.ctc;

import ductus.math.Elementary;
import org.ejml.data.FMatrixRMaj;

/** Log probability of each label, and of the blank, at each time step of one sequence. */
public final class Emissions {
  private final int steps;
  private final int labelCount;

  /** Log probabilities [T×(V+1)], the blank last. */
  private final double[] logProbabilities;

  /**
   * Takes one sequence out of a batch.
   *
   * @param logits [T×B×·], of which the first V + 1 columns count, the blank last; not modified
   * @param batch B
   * @param sequence number of the sequence
   * @param steps its length, T or less
   * @param labelCount V
   */
  public Emissions(FMatrixRMaj logits, int batch, int sequence, int steps, int labelCount) {
    if (logits.numCols <= labelCount || steps * batch > logits.numRows || sequence >= batch) {
      throw new IllegalArgumentException(
          "logits must be %d×%d or more, and the sequence below %d, but were %d×%d and %d"
              .formatted(
                  steps * batch, labelCount + 1, batch, logits.numRows, logits.numCols, sequence));
    }
    this.steps = steps;
    this.labelCount = labelCount;
    logProbabilities = new double[steps * (labelCount + 1)];
    for (int t = 0; t < steps; t++) {
      normalize(logits.data, (t * batch + sequence) * logits.numCols, t * (labelCount + 1));
    }
  }

  private void normalize(float[] logits, int row, int at) {
    double logSum = Double.NEGATIVE_INFINITY;
    for (int v = 0; v <= labelCount; v++) {
      logSum = Elementary.logAdd(logSum, logits[row + v]);
    }
    if (Double.isNaN(logSum)) {
      throw new IllegalStateException("logits must be numbers but one is NaN: broken model");
    }
    for (int v = 0; v <= labelCount; v++) {
      logProbabilities[at + v] = logits[row + v] - logSum;
    }
  }

  /** Number of time steps T. */
  public int steps() {
    return steps;
  }

  /** Number of labels V. */
  public int labelCount() {
    return labelCount;
  }

  /** Index of the blank: V. */
  public int blank() {
    return labelCount;
  }

  /** Log probability of a label, or of the blank, at a step. */
  public double logProbability(int step, int label) {
    return logProbabilities[step * (labelCount + 1) + label];
  }
}
