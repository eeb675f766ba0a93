package ductus.nn.head;

import ductus.math.Elementary;
import ductus.math.FastExp;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * All rows of labels of one sequence, as a lattice of T×V states in which each step follows on any
 * label of the step before. Weights of whole rows are summed by the forward–backward algorithm,
 * each step scaled to a sum of one. Its buffers are used again.
 */
final class ChainLattice {
  private final int labels;

  /** Share of each label among the beginnings that end in a step [T×V]. */
  private double[][] forward = new double[0][];

  /** Weights of the labels of a step by its logits alone, the largest 1 [T×V]. */
  private double[][] weights = new double[0][];

  /** Sum that each step was scaled by, weight of staying, and factor of the changes [T]. */
  private double[] scales = new double[0];

  private double[] stays = new double[0];
  private double[] lifts = new double[0];

  /** What follows on each label of the present step, and of the one before [V]. */
  private final double[] backward;

  private final double[] before;

  /** Weight of a label of the present step with what follows on it [V]. */
  private final double[] behind;

  /** A lattice of so many labels. */
  ChainLattice(int labels) {
    this.labels = labels;
    backward = new double[labels];
    before = new double[labels];
    behind = new double[labels];
  }

  /**
   * Sums over all rows of labels that agree with what is known.
   *
   * @param logits [T×B×(V+1)], not modified
   * @param known label of each step, negative where any may be [T×B]; empty where none is known
   * @return logarithm of the sum
   */
  double sum(FMatrixRMaj logits, int[] known, int sequence, Tape tape, ChainChanges changes) {
    int steps = tape.length(sequence);
    reserve(steps);
    double log = 0;
    for (int t = 0; t < steps; t++) {
      int row = t * tape.batch() + sequence;
      int at = row * logits.numCols;
      int label = known.length == 0 ? -1 : known[row];
      double highest = weigh(t, logits.data, at, label);
      double lift = 0;
      if (t > 0) {
        double stay = ChainChanges.bounded(logits.data[at + labels]);
        lift = Math.max(0, stay);
        stays[t] = FastExp.exp(stay - lift);
        lifts[t] = FastExp.exp(-lift);
        arrive(t, label, changes);
      } else {
        System.arraycopy(weights[0], 0, forward[0], 0, labels);
      }
      scales[t] = scale(t);
      log += highest + lift + Elementary.log(scales[t]);
    }
    return log;
  }

  /**
   * Goes back from the last {@link #sum} and adds how often each label, each staying and each
   * change is expected.
   *
   * @param factor of what is added
   * @param gradient of the logits [T×B×(V+1)], added to
   * @param pairs what is to be multiplied with the weights of the changes [V×V], added to
   */
  void expect(
      FMatrixRMaj logits,
      int sequence,
      Tape tape,
      ChainChanges changes,
      double factor,
      FMatrixRMaj gradient,
      double[][] pairs) {
    int steps = tape.length(sequence);
    Arrays.fill(backward, 1);
    for (int t = steps - 1; t >= 0; t--) {
      int at = (t * tape.batch() + sequence) * gradient.numCols;
      for (int c = 0; c < labels; c++) {
        gradient.data[at + c] += (float) (factor * forward[t][c] * backward[c]);
        behind[c] = weights[t][c] * backward[c] / scales[t];
      }
      if (t > 0) {
        boolean within = ChainChanges.isWithin(logits.data[at + labels]);
        double stay = follow(t, factor, changes, pairs);
        gradient.data[at + labels] += within ? (float) (factor * stay) : 0;
      }
    }
  }

  /** Goes from a step to the one before it; returns how often staying is expected. */
  private double follow(int t, double factor, ChainChanges changes, double[][] pairs) {
    double[] last = forward[t - 1];
    Arrays.fill(before, 0);
    double stay = 0;
    for (int c = 0; c < labels; c++) {
      if (behind[c] != 0) {
        addScaled(lifts[t] * behind[c], changes.transposed()[c], before, labels);
        before[c] += stays[t] * behind[c];
      }
      stay += last[c] * stays[t] * behind[c];
    }
    for (int c = 0; c < labels; c++) {
      double share = factor * last[c] * lifts[t];
      if (share != 0) {
        addScaled(share, behind, pairs[c], labels);
      }
    }
    System.arraycopy(before, 0, backward, 0, labels);
    return stay;
  }

  private double weigh(int t, float[] logits, int at, int label) {
    double highest = logits[at + Math.max(0, label)];
    for (int c = 0; label < 0 && c < labels; c++) {
      highest = Math.max(highest, logits[at + c]);
    }
    for (int c = 0; c < labels; c++) {
      weights[t][c] = label < 0 || c == label ? FastExp.exp(logits[at + c] - highest) : 0;
    }
    return highest;
  }

  private void arrive(int t, int label, ChainChanges changes) {
    double[] here = forward[t];
    Arrays.fill(here, 0);
    for (int c = 0; c < labels; c++) {
      double share = forward[t - 1][c];
      if (share == 0) {
        continue;
      }
      if (label < 0) {
        addScaled(share * lifts[t], changes.weights()[c], here, labels);
      } else {
        here[label] += share * lifts[t] * changes.weights()[c][label];
      }
      here[c] += share * stays[t];
    }
    for (int c = 0; c < labels; c++) {
      here[c] *= weights[t][c];
    }
  }

  private double scale(int t) {
    double sum = 0;
    for (int c = 0; c < labels; c++) {
      sum += forward[t][c];
    }
    for (int c = 0; c < labels; c++) {
      forward[t][c] /= sum;
    }
    return sum;
  }

  /** Rows of their own, so that the compiler sees that it may take several columns at a time. */
  private static void addScaled(double factor, double[] from, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] += factor * from[i];
    }
  }

  private void reserve(int steps) {
    if (scales.length < steps) {
      scales = new double[steps];
      stays = new double[steps];
      lifts = new double[steps];
      forward = new double[steps][labels];
      weights = new double[steps][labels];
    }
  }
}
