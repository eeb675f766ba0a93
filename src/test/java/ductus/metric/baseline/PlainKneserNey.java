package ductus.metric.baseline;

import ductus.model.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Modified Kneser–Ney smoothing written down from its definition (Chen and Goodman 1999), with
 * lists as keys and every sum made anew: slow, and the measure of {@link KneserNey}.
 */
final class PlainKneserNey {
  private static final int MARK = -1;

  private final int vocabulary;
  private final int order;
  private final List<List<Integer>> pieces = new ArrayList<>();
  // c(gram) for each length of gram, from 1.
  private final List<Map<List<Integer>, Integer>> counts = new ArrayList<>();

  PlainKneserNey(int vocabulary, int order, List<Sequence> learned) {
    this.vocabulary = vocabulary;
    this.order = order;
    learned.forEach(piece -> pieces.add(marked(piece)));
    for (int length = 0; length <= order; length++) {
      counts.add(counted(length));
    }
  }

  double probability(Sequence piece, int t) {
    List<Integer> before = marked(piece).subList(0, t + 1);
    List<Integer> context = before.subList(Math.max(0, before.size() - order + 1), before.size());
    return probability(context, piece.token(t));
  }

  private double probability(List<Integer> context, int token) {
    double lower =
        context.isEmpty()
            ? 1.0 / vocabulary
            : probability(context.subList(1, context.size()), token);
    Map<List<Integer>, Integer> grams = counts.get(context.size() + 1);
    double total = 0;
    double freed = 0;
    for (Map.Entry<List<Integer>, Integer> gram : grams.entrySet()) {
      if (gram.getKey().subList(0, context.size()).equals(context)) {
        total += gram.getValue();
        freed += discount(grams, gram.getValue());
      }
    }
    if (total == 0) {
      return lower;
    }
    List<Integer> gram = new ArrayList<>(context);
    gram.add(token);
    int count = grams.getOrDefault(gram, 0);
    double kept = count == 0 ? 0 : Math.max(0, count - discount(grams, count));
    return (kept + freed * lower) / total;
  }

  private static double discount(Map<List<Integer>, Integer> grams, int count) {
    long[] n = new long[5];
    grams.values().stream().filter(c -> c <= 4).forEach(c -> n[c]++);
    return Discounts.estimate(n[1], n[2], n[3], n[4]).of(count);
  }

  /**
   * Occurrences of grams of a length that end on a drawn token; where the gram can grow to the left
   * and is not of the highest order, the different tokens in front of it.
   */
  private Map<List<Integer>, Integer> counted(int length) {
    Map<List<Integer>, Integer> occurrences = new HashMap<>();
    Map<List<Integer>, List<Integer>> fronts = new HashMap<>();
    for (List<Integer> piece : pieces) {
      for (int end = 3; length > 0 && end <= piece.size(); end++) {
        int from = end - length;
        if (from < 0) {
          continue;
        }
        List<Integer> gram = List.copyOf(piece.subList(from, end));
        occurrences.merge(gram, 1, Integer::sum);
        if (from > 0) {
          List<Integer> seen = fronts.computeIfAbsent(gram, g -> new ArrayList<>());
          if (!seen.contains(piece.get(from - 1))) {
            seen.add(piece.get(from - 1));
          }
        }
      }
    }
    if (length < order) {
      fronts.forEach((gram, seen) -> occurrences.put(gram, seen.size()));
    }
    return occurrences;
  }

  /** The tokens of a piece behind the mark of its start. */
  private static List<Integer> marked(Sequence piece) {
    List<Integer> tokens = new ArrayList<>(List.of(MARK));
    for (int token : piece.tokens()) {
      tokens.add(token);
    }
    return tokens;
  }
}
