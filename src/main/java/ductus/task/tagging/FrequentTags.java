package ductus.task.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says of each word the tag that it has most often; the baseline of taggers. */
final class FrequentTags {
  private final Map<String, String> ofWord = new HashMap<>();
  private final String ofOthers;

  /** Learns from sentences, one or more. */
  FrequentTags(List<TaggedSentence> sentences) {
    Map<String, TreeMap<String, Integer>> counts = new HashMap<>();
    for (TaggedSentence sentence : sentences) {
      for (int i = 0; i < sentence.words().size(); i++) {
        counts
            .computeIfAbsent(small(sentence.words().get(i)), word -> new TreeMap<>())
            .merge(sentence.tags().get(i), 1, Integer::sum);
      }
    }
    TreeMap<String, Integer> ofRare = new TreeMap<>();
    counts.forEach(
        (word, tags) -> {
          ofWord.put(word, most(tags));
          if (tags.values().stream().mapToInt(Integer::intValue).sum() == 1) {
            ofRare.merge(most(tags), 1, Integer::sum);
          }
        });
    ofOthers = most(ofRare.isEmpty() ? counts.values().iterator().next() : ofRare);
  }

  /** The first of those that are there most often. */
  private static String most(SortedMap<String, Integer> counts) {
    String best = counts.firstKey();
    int most = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  /** The tag of a word; of one that was not learned, the one that rare words have most often. */
  String of(String word) {
    return ofWord.getOrDefault(small(word), ofOthers);
  }

  /** Whether a word was learned. */
  boolean knows(String word) {
    return ofWord.containsKey(small(word));
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
