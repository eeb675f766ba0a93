package ductus.metric.classification;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The classes that a network says of a thing, by their probabilities.
 *
 * @param ranking all classes, the most probable first
 */
public record Classification(List<Ranked> ranking) {
  /** A class and its probability. */
  public record Ranked(String label, double probability) {}

  public Classification {
    ranking = List.copyOf(ranking);
  }

  /**
   * The classification that a network puts out.
   *
   * @param labels names of the classes
   * @param logits [·×V]
   * @param row which of them
   */
  public static Classification of(List<String> labels, FMatrixRMaj logits, int row) {
    int from = row * logits.numCols;
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < labels.size(); c++) {
      highest = Math.max(highest, logits.data[from + c]);
    }
    double[] powers = new double[labels.size()];
    double sum = 0;
    for (int c = 0; c < labels.size(); c++) {
      powers[c] = StrictMath.exp(logits.data[from + c] - highest);
      sum += powers[c];
    }
    double all = sum;
    return new Classification(
        IntStream.range(0, labels.size())
            .mapToObj(c -> new Ranked(labels.get(c), powers[c] / all))
            .sorted(Comparator.comparingDouble(ranked -> -ranked.probability()))
            .toList());
  }

  /** The most probable class. */
  public String label() {
    return ranking.get(0).label();
  }

  /** The probability of the likeliest class. */
  public double probability() {
    return ranking.get(0).probability();
  }
}
