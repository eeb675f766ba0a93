package ductus.task.classification.subject;

import ductus.metric.classification.Labeled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A bag of words: multinomial naive Bayes with one count added to each word (Manning, Raghavan and
 * Schütze 2008, chapter 13).
 */
final class NaiveBayes implements Function<List<String>, String> {
  private final TreeMap<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> vocabulary = new HashMap<>();

  /** Learns from texts, one or more. */
  NaiveBayes(List<Labeled<List<String>>> learned) {
    for (Labeled<List<String>> text : learned) {
      Map<String, Integer> of = counts.computeIfAbsent(text.label(), label -> new HashMap<>());
      texts.merge(text.label(), 1, Integer::sum);
      for (String word : text.thing()) {
        of.merge(TermWeights.small(word), 1, Integer::sum);
        words.merge(text.label(), 1, Integer::sum);
        vocabulary.merge(TermWeights.small(word), 1, Integer::sum);
      }
    }
  }

  @Override
  public String apply(List<String> text) {
    String best = counts.firstKey();
    double highest = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Map<String, Integer>> each : counts.entrySet()) {
      double all = words.getOrDefault(each.getKey(), 0) + vocabulary.size();
      double log = StrictMath.log(texts.getOrDefault(each.getKey(), 0));
      for (String word : text) {
        if (vocabulary.containsKey(TermWeights.small(word))) {
          log +=
              StrictMath.log((each.getValue().getOrDefault(TermWeights.small(word), 0) + 1) / all);
        }
      }
      if (log > highest) {
        highest = log;
        best = each.getKey();
      }
    }
    return best;
  }
}
