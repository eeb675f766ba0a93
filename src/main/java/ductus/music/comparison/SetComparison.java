package ductus.music.comparison;

import ductus.music.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two sets of pieces in one statistic.
 *
 * @param statistic its label
 * @param generated mean of the generated pieces; null of a histogram
 * @param real mean of the real pieces; null of a histogram
 * @param withinGenerated distance between two generated pieces, on the mean
 * @param withinReal distance between two real pieces, on the mean
 * @param between distance between a generated and a real piece, on the mean
 * @param overlap of the distances within the real set and those between the sets: 1 where the
 *     generated pieces differ from the real ones as these do from each other
 * @param divergence of the same two, Kullback-Leibler in nats
 * @param valueOverlap of the values themselves: of two densities, or of two mean histograms
 */
public record SetComparison(
    String statistic,
    @Nullable Double generated,
    @Nullable Double real,
    double withinGenerated,
    double withinReal,
    double between,
    double overlap,
    double divergence,
    double valueOverlap) {
  /**
   * Most pieces of a set that are compared, taken evenly from a larger one: their pairs are enough.
   */
  private static final int MOST_PIECES = 500;

  /** Compares two sets in all statistics that two pieces or more of either have. */
  public static List<SetComparison> of(List<Score> generated, List<Score> real) {
    List<PieceFigures> made = some(generated).stream().map(PieceFigures::new).toList();
    List<PieceFigures> found = some(real).stream().map(PieceFigures::new).toList();
    List<SetComparison> all = new ArrayList<>();
    for (Statistic statistic : Statistic.values()) {
      List<List<Double>> a = values(statistic, made);
      List<List<Double>> b = values(statistic, found);
      if (a.size() > 1 && b.size() > 1) {
        all.add(of(statistic, a, b));
      }
    }
    return all;
  }

  private static List<Score> some(List<Score> pieces) {
    int count = Math.min(MOST_PIECES, pieces.size());
    return IntStream.range(0, count)
        .mapToObj(i -> pieces.get((int) ((long) i * pieces.size() / count)))
        .toList();
  }

  private static List<List<Double>> values(Statistic statistic, List<PieceFigures> pieces) {
    return pieces.stream().map(statistic::of).filter(value -> !value.isEmpty()).toList();
  }

  private static SetComparison of(
      Statistic statistic, List<List<Double>> generated, List<List<Double>> real) {
    List<Double> withinReal = within(real);
    List<Double> between = new ArrayList<>();
    for (List<Double> one : generated) {
      for (List<Double> other : real) {
        between.add(distance(one, other));
      }
    }
    KernelDensities distances = KernelDensities.of(withinReal, between);
    boolean single = real.get(0).size() == 1;
    return new SetComparison(
        statistic.label(),
        single ? (Double) mean(first(generated)) : null,
        single ? (Double) mean(first(real)) : null,
        mean(within(generated)),
        mean(withinReal),
        mean(between),
        distances.overlap(),
        distances.divergence(),
        single
            ? KernelDensities.of(first(generated), first(real)).overlap()
            : common(means(generated), means(real)));
  }

  private static List<Double> first(List<List<Double>> values) {
    return values.stream().map(value -> value.get(0)).toList();
  }

  private static List<Double> within(List<List<Double>> set) {
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      for (int j = 0; j < i; j++) {
        distances.add(distance(set.get(i), set.get(j)));
      }
    }
    return distances;
  }

  /** Euclidean distance of the figures of two pieces. */
  private static double distance(List<Double> a, List<Double> b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      double difference = a.get(i) - b.get(i);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static List<Double> means(List<List<Double>> histograms) {
    List<Double> means = new ArrayList<>();
    for (int bin = 0; bin < histograms.get(0).size(); bin++) {
      int at = bin;
      means.add(mean(histograms.stream().map(histogram -> histogram.get(at)).toList()));
    }
    return means;
  }

  private static double common(List<Double> a, List<Double> b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += Math.min(a.get(i), b.get(i));
    }
    return sum;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(0);
  }
}
