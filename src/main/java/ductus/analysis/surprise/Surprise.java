package ductus.analysis.surprise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The surprise of a piece, part by part.
 *
 * @param note what it was taken for, in words; may be empty
 * @param parts in the order of the piece
 * @param picture draws it with some parts marked, by their numbers from 0
 */
public record Surprise(
    String note, List<ScoredPart> parts, Function<Set<Integer>, byte[]> picture) {
  /**
   * A part of a piece.
   *
   * @param name such as {@code bar 7}
   * @param surprise in nats; NaN where there is nothing to judge
   */
  public record ScoredPart(String name, double surprise) {
    /**
     * The excess of each stretch: by how much it surprises more than as many steps do on the mean.
     *
     * @param nats of all steps
     * @param from first step of each stretch
     * @param to step behind the last of each
     */
    static List<Double> excess(double[] nats, List<Integer> from, List<Integer> to) {
      double usual = Arrays.stream(nats).average().orElse(0);
      List<Double> all = new ArrayList<>();
      for (int i = 0; i < from.size(); i++) {
        double sum = 0;
        for (int t = from.get(i); t < to.get(i); t++) {
          sum += nats[t] - usual;
        }
        all.add(sum);
      }
      return all;
    }
  }

  public Surprise {
    parts = List.copyOf(parts);
  }
}
