package ductus.nn.head;

import ductus.math.Elementary;
import ductus.math.FastExp;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * All ways to spread L labels over the time steps of one sequence, as a lattice of T×S states, S =
 * 2L + 1: blank, first label, blank, second label … blank. A step stays in its state, goes on to
 * the next, or from label to label past a blank, unless the labels are equal. Probabilities are
 * summed by the forward–backward algorithm (Graves et al. 2006, eq. 5–16), as logarithms: those of
 * whole paths are far below the smallest number. Its buffers are used again.
 */
final class CtcLattice {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final int blank;

  /** Column of each state [S]. */
  private int[] columns = new int[0];

  /** Whether a state may follow on the one before the last [S]. */
  private boolean[] skips = new boolean[0];

  /** Log probability of all beginnings that are in a state at a step, the step included [T×S]. */
  private double[] forward = new double[0];

  /** Log probability of all ends that follow on a state at the present step, and the next [S]. */
  private double[] backward = new double[0];

  private double[] following = new double[0];

  private int states;
  private int steps;

  /**
   * A lattice.
   *
   * @param blank the blank's column
   */
  CtcLattice(int blank) {
    this.blank = blank;
  }

  /**
   * Sums over all paths of a sequence.
   *
   * @param logits [T×B×(V+1)], not modified
   * @param logSums log of the sum of e to the logits [T×B], not modified
   * @param gradient [T×B×(V+1)]: in, that of the path of blanks alone, (probability − 1 in the
   *     blank's column) · scale; out, that of the loss, (probability − occupancy) · scale
   * @return −log probability of the labels, in nats
   */
  double align(
      int[] labels,
      int sequence,
      Tape tape,
      FMatrixRMaj logits,
      double[] logSums,
      float scale,
      FMatrixRMaj gradient) {
    begin(labels, tape.length(sequence));
    for (int t = 0; t < steps; t++) {
      int row = t * tape.batch() + sequence;
      forward(t, logits.data, row * logits.numCols, logSums[row]);
    }
    int last = (steps - 1) * states;
    double total =
        Elementary.logAdd(
            forward[last + states - 1], states > 1 ? forward[last + states - 2] : NEVER);
    for (int t = steps - 1; t >= 0; t--) {
      int row = t * tape.batch() + sequence;
      occupy(t, total, scale, gradient.data, row * gradient.numCols);
      follow(logits.data, row * logits.numCols, logSums[row]);
    }
    return -total;
  }

  private void begin(int[] labels, int length) {
    steps = length;
    states = 2 * labels.length + 1;
    if (columns.length < states) {
      columns = new int[states];
      skips = new boolean[states];
      backward = new double[states];
      following = new double[states];
    }
    if (forward.length < steps * states) {
      forward = new double[steps * states];
    }
    Arrays.fill(columns, 0, states, blank);
    Arrays.fill(skips, 0, states, false);
    for (int i = 0; i < labels.length; i++) {
      columns[2 * i + 1] = labels[i];
      skips[2 * i + 1] = i > 0 && labels[i] != labels[i - 1];
    }
    Arrays.fill(backward, 0, states, NEVER);
    backward[states - 1] = 0;
    if (states > 1) {
      backward[states - 2] = 0;
    }
  }

  /** First state from which the end can still be reached. */
  private int first(int t) {
    return Math.max(0, states - 2 * (steps - t));
  }

  /** State behind the last that can have been reached. */
  private int end(int t) {
    return Math.min(states, 2 * (t + 1));
  }

  private void forward(int t, float[] logits, int row, double logSum) {
    int at = t * states;
    Arrays.fill(forward, at, at + states, NEVER);
    for (int s = first(t); s < end(t); s++) {
      double before;
      if (t == 0) {
        before = 0;
      } else {
        int previous = at - states + s;
        double one = s > 0 ? forward[previous - 1] : NEVER;
        before =
            skips[s]
                ? Elementary.logAdd(forward[previous], one, forward[previous - 2])
                : Elementary.logAdd(forward[previous], one);
      }
      forward[at + s] = before + logits[row + columns[s]] - logSum;
    }
  }

  /** Takes the probability of having been in each state from the gradient of its column. */
  private void occupy(int t, double total, float scale, float[] gradient, int row) {
    gradient[row + blank] += scale;
    for (int s = first(t); s < end(t); s++) {
      double occupancy = FastExp.exp(forward[t * states + s] + backward[s] - total);
      gradient[row + columns[s]] -= (float) (scale * occupancy);
    }
  }

  /** Makes the ends of the step before from those of this step. */
  private void follow(float[] logits, int row, double logSum) {
    for (int s = 0; s < states; s++) {
      following[s] = backward[s] + logits[row + columns[s]] - logSum;
    }
    for (int s = 0; s < states; s++) {
      double next = s + 1 < states ? following[s + 1] : NEVER;
      backward[s] =
          s + 2 < states && skips[s + 2]
              ? Elementary.logAdd(following[s], next, following[s + 2])
              : Elementary.logAdd(following[s], next);
    }
  }
}
