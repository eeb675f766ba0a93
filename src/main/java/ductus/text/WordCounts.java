package ductus.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How often each word and mark comes in some passages. Of very many different ones those that came
 * least often are forgotten now and then, so that the table stays within bounds whatever the text
 * is (lossy counting, after Manku and Motwani 2002); the frequent ones are not.
 */
final class WordCounts {
  private final int most;
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * Counts without any word yet.
   *
   * @param most different ones that are held
   */
  WordCounts(int most) {
    this.most = most;
  }

  /** Counts one more. */
  void add(String word) {
    counts.merge(word, 1, Integer::sum);
    if (counts.size() > most) {
      for (int few = 1; counts.size() > most / 2; few *= 2) {
        int least = few;
        counts.values().removeIf(count -> count <= least);
      }
    }
  }

  /** Forgets a word. */
  void remove(String word) {
    counts.remove(word);
  }

  /** The words that came so often or more, the most frequent first. */
  Stream<String> frequent(int least, Predicate<String> wanted) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= least && wanted.test(entry.getKey()))
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }
}
