package ductus.task.classification.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a text's words weigh, whatever their order (tf-idf; Manning, Raghavan and Schütze 2008,
 * chapter 6): a word weighs the more, the more often a text has it and the fewer texts have it.
 *
 * @param words in small letters, each once
 * @param texts how many of the learned texts have each
 * @param learned number of the learned texts
 */
public record TermWeights(List<String> words, List<Integer> texts, int learned) {
  /** Words of a vocabulary; those that fewer texts have are left out. */
  private static final int MOST_WORDS = 20_000;

  public TermWeights {
    words = List.copyOf(words);
    texts = List.copyOf(texts);
    if (words.isEmpty() || words.size() != texts.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "words must be one or more, with a number of texts each, but were %d with %d numbers",
              words.size(),
              texts.size()));
    }
    for (int count : texts) {
      if (count < 1 || count > learned) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "texts that have a word must be 1 to %d but were %d", learned, count));
      }
    }
  }

  /** The weights of the words of some texts, the most widespread first. */
  static TermWeights learn(List<List<String>> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> text : texts) {
      new HashSet<>(text.stream().map(TermWeights::small).toList())
          .forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    List<Map.Entry<String, Integer>> kept =
        entries.subList(0, Math.min(MOST_WORDS, entries.size()));
    return new TermWeights(
        kept.stream().map(Map.Entry::getKey).toList(),
        kept.stream().map(Map.Entry::getValue).toList(),
        texts.size());
  }

  /** The places of the words in rows, by the words. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (String word : words) {
      places.put(word, places.size());
    }
    return places;
  }

  /**
   * The weights of a text's words.
   *
   * @param places of the words
   * @return [K], of length 1; zeros where none of its words is known
   */
  float[] row(List<String> text, Map<String, Integer> places) {
    float[] row = new float[words.size()];
    for (String word : text) {
      Integer place = places.get(small(word));
      if (place != null) {
        row[place]++;
      }
    }
    double squares = 0;
    for (int k = 0; k < row.length; k++) {
      if (row[k] > 0) {
        double rarity = StrictMath.log((learned + 1.0) / texts.get(k));
        row[k] = (float) (StrictMath.log1p(row[k]) * rarity);
        squares += row[k] * row[k];
      }
    }
    if (squares > 0) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int k = 0; k < row.length; k++) {
        row[k] *= scale;
      }
    }
    return row;
  }

  /** A word as the vocabulary has it. */
  static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
