package ductus.task.handwriting.naming;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much speaks for each hand that is known.
 *
 * @param nats logarithm of what it counts beside the others, by name; one hand or more
 */
public record HandEvidence(SortedMap<String, Double> nats) {
  /**
   * A hand that may be the right one.
   *
   * @param probability that it is, if one of those that are known is, 0 to 1
   */
  public record Likeliest(String hand, double probability) {}

  public HandEvidence {
    if (nats.isEmpty()) {
      throw new IllegalArgumentException("evidence must be for one hand or more but was for none");
    }
    nats = Collections.unmodifiableSortedMap(new TreeMap<>(nats));
  }

  /**
   * What lines of one writer say together.
   *
   * @param lines one or more, for the same hands
   */
  public static HandEvidence together(Collection<HandEvidence> lines) {
    SortedMap<String, Double> sum = new TreeMap<>();
    lines.forEach(line -> line.nats.forEach((hand, nats) -> sum.merge(hand, nats, Double::sum)));
    return new HandEvidence(sum);
  }

  /** The hand for which most speaks; of several alike the first by name. */
  public Likeliest likeliest() {
    Map.Entry<String, Double> best = Collections.max(nats.entrySet(), Map.Entry.comparingByValue());
    double most = best.getValue();
    double sum = nats.values().stream().mapToDouble(each -> StrictMath.exp(each - most)).sum();
    return new Likeliest(best.getKey(), 1 / sum);
  }
}
