package ductus.nn.head;

/**
 * The loss of a chain of labels in double precision, by going through every one of V^T rows, which
 * is slow and plain.
 */
final class ReferenceChain {
  private final int labels;

  ReferenceChain(int labels) {
    this.labels = labels;
  }

  /**
   * −log of the share of the rows that agree with what is known.
   *
   * @param logits of labels and of staying [T×(V+1)]
   * @param changes logits of changes [V×V]
   * @param known labels, negative where any may be [T]
   */
  double loss(double[] logits, double[] changes, int[] known) {
    int[] row = new int[known.length];
    double all = 0;
    double wanted = 0;
    do {
      double weight = StrictMath.exp(score(row, logits, changes));
      all += weight;
      wanted += agrees(row, known) ? weight : 0;
    } while (advance(row));
    return StrictMath.log(all) - StrictMath.log(wanted);
  }

  /** The row of the highest score, where a change has a reward. */
  int[] best(double[] logits, double[] changes, int steps, double reward) {
    int[] row = new int[steps];
    int[] best = row.clone();
    double highest = Double.NEGATIVE_INFINITY;
    do {
      double score = score(row, logits, changes);
      for (int t = 1; t < steps; t++) {
        score += row[t] == row[t - 1] ? 0 : reward;
      }
      if (score > highest) {
        highest = score;
        best = row.clone();
      }
    } while (advance(row));
    return best;
  }

  private double score(int[] row, double[] logits, double[] changes) {
    double score = 0;
    for (int t = 0; t < row.length; t++) {
      int at = t * (labels + 1);
      score += logits[at + row[t]];
      if (t > 0) {
        score += row[t] == row[t - 1] ? logits[at + labels] : changes[row[t - 1] * labels + row[t]];
      }
    }
    return score;
  }

  private boolean advance(int[] row) {
    for (int t = 0; t < row.length; t++) {
      row[t]++;
      if (row[t] < labels) {
        return true;
      }
      row[t] = 0;
    }
    return false;
  }

  private static boolean agrees(int[] row, int[] known) {
    for (int t = 0; t < row.length; t++) {
      if (known[t] >= 0 && known[t] != row[t]) {
        return false;
      }
    }
    return true;
  }
}
