package ductus.task.handwriting.naming;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a line costs as each of some hands, in nats by name.
 *
 * @param beginning what its beginning costs, as every hand
 * @param more what more of it costs, its beginning included, as some of them
 * @param points of that
 */
record TriedLine(SortedMap<String, Double> beginning, SortedMap<String, Double> more, int points) {
  /**
   * Points side by side say the same, and a size that was measured wrongly shows in all of them: so
   * many count as one. Found by lines of people whose hands ship, so that of those that are named
   * with some probability as many are named right.
   */
  private static final double ALIKE = 8;

  /** Points that a line counts for at the most, however long it is; found likewise. */
  private static final double MOST_COUNTED = 22;

  /**
   * The hands as which a beginning costs least.
   *
   * @param count how many at the most
   */
  static Set<String> best(SortedMap<String, Double> beginning, int count) {
    return beginning.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(count)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * What speaks for each hand. As a hand that was tried on the beginning only, a line costs what it
   * does as the worst of the others, and by how much that hand was behind them all there.
   */
  HandEvidence evidence() {
    double worst = Collections.max(more.values());
    double last =
        beginning.entrySet().stream()
            .filter(hand -> more.containsKey(hand.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElseThrow();
    double alike = Math.max(ALIKE, points / MOST_COUNTED);
    SortedMap<String, Double> evidence = new TreeMap<>();
    beginning.forEach(
        (hand, nats) -> evidence.put(hand, -more.getOrDefault(hand, worst + nats - last) / alike));
    return new HandEvidence(evidence);
  }
}
