package ductus.nn.head;

/**
 * The loss of connectionist temporal classification in double precision, by going through every
 * path of (V+1)^T, which is slow and plain.
 */
final class ReferenceCtc {
  private final int labelCount;

  ReferenceCtc(int labelCount) {
    this.labelCount = labelCount;
  }

  /** Probability of each symbol at each step [T×(V+1)], of the logits of one sequence. */
  private double[] probabilities(double[] logits) {
    int symbols = labelCount + 1;
    double[] result = new double[logits.length];
    for (int row = 0; row < logits.length; row += symbols) {
      double sum = 0;
      for (int v = 0; v < symbols; v++) {
        sum += StrictMath.exp(logits[row + v]);
      }
      for (int v = 0; v < symbols; v++) {
        result[row + v] = StrictMath.exp(logits[row + v]) / sum;
      }
    }
    return result;
  }

  /** −log of the probability of the labels, given logits [T×(V+1)]. */
  double loss(double[] logits, int[] labels) {
    return -StrictMath.log(sum(logits, labels, new double[logits.length]));
  }

  /** The gradient of {@link #loss}: probability − occupancy. */
  double[] gradient(double[] logits, int[] labels, double scale) {
    double[] occupancy = new double[logits.length];
    double sum = sum(logits, labels, occupancy);
    double[] gradient = probabilities(logits);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = scale * (gradient[i] - occupancy[i] / sum);
    }
    return gradient;
  }

  /** Probability of the labels; adds to {@code occupied} that of the paths through each symbol. */
  private double sum(double[] logits, int[] labels, double[] occupied) {
    int symbols = labelCount + 1;
    int steps = logits.length / symbols;
    double[] probabilities = probabilities(logits);
    int[] path = new int[steps];
    double sum = 0;
    do {
      if (reads(path, labels)) {
        double product = 1;
        for (int t = 0; t < steps; t++) {
          product *= probabilities[t * symbols + path[t]];
        }
        sum += product;
        for (int t = 0; t < steps; t++) {
          occupied[t * symbols + path[t]] += product;
        }
      }
    } while (advance(path));
    return sum;
  }

  private boolean advance(int[] path) {
    for (int t = 0; t < path.length; t++) {
      path[t]++;
      if (path[t] <= labelCount) {
        return true;
      }
      path[t] = 0;
    }
    return false;
  }

  private boolean reads(int[] path, int[] labels) {
    int read = 0;
    int previous = labelCount;
    for (int symbol : path) {
      if (symbol != previous && symbol != labelCount) {
        if (read == labels.length || labels[read] != symbol) {
          return false;
        }
        read++;
      }
      previous = symbol;
    }
    return read == labels.length;
  }
}
