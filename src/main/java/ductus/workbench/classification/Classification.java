package ductus.workbench.classification;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network says of a thing.
 *
 * @param ranking all classes, the most probable first
 */
public record Classification(List<Ranked> ranking) {
  /** A class and its probability. */
  public record Ranked(String label, double probability) {}

  public Classification {
    ranking = List.copyOf(ranking);
  }

  /** Of probabilities, in the order of the labels. */
  static Classification of(List<String> labels, List<Double> probabilities) {
    return new Classification(
        IntStream.range(0, labels.size())
            .mapToObj(i -> new Ranked(labels.get(i), probabilities.get(i)))
            .sorted(Comparator.comparingDouble(ranked -> -ranked.probability()))
            .toList());
  }

  /** The most probable class. */
  public String label() {
    return ranking.get(0).label();
  }

  /** Its probability. */
  public double probability() {
    return ranking.get(0).probability();
  }
}
