package ductus.task.translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates by looking up: gives the target of the learned pair whose source has the most words in
 * common with a text, in proportion to the words of both. What a network must be better than.
 */
final class NearestPair {
  private final List<TextPair> pairs;
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<String, List<Integer>> pairsOfWord = new HashMap<>();

  NearestPair(List<TextPair> pairs) {
    this.pairs = List.copyOf(pairs);
    for (int i = 0; i < pairs.size(); i++) {
      List<String> words = words(pairs.get(i).source());
      lengths.add(words.size());
      for (String word : words) {
        pairsOfWord.computeIfAbsent(word, each -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The target of the nearest pair, the first of several; empty if no word is known. */
  String translate(String source) {
    List<String> words = words(source);
    int[] common = new int[pairs.size()];
    for (String word : words) {
      pairsOfWord.getOrDefault(word, List.of()).forEach(pair -> common[pair]++);
    }
    int best = -1;
    double most = 0;
    for (int i = 0; i < common.length; i++) {
      double share = 2.0 * common[i] / (words.size() + lengths.get(i));
      if (share > most) {
        most = share;
        best = i;
      }
    }
    return best < 0 ? "" : pairs.get(best).target();
  }

  /** Words, each with how often it stood before: one that is twice in both is common twice. */
  private static List<String> words(String source) {
    Map<String, Integer> before = new HashMap<>();
    return SourceWords.of(source).stream()
        .map(word -> word + " " + before.merge(word, 1, Integer::sum))
        .toList();
  }
}
