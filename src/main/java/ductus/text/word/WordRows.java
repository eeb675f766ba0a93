package ductus.text.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of an embedding table that stand for a word; a network sees their sum. The first stands
 * for the word itself, or for any that is unknown; one for its shape, such as {@code <Capital>};
 * the others for its beginnings and endings, such as {@code wal-} and {@code -ing}, so that an
 * unknown word is seen by its spelling (after Bojanowski et al. 2017, without their hashing).
 */
public final class WordRows {
  /** Version of the choice of rows; models are made for one. */
  public static final int VERSION = 1;

  /** Row of a word that is not in the vocabulary. */
  public static final int UNKNOWN = 0;

  private static final int[] BEGINNINGS = {3, 4, 5};
  private static final int[] ENDINGS = {1, 2, 3, 4};

  /** Number of rows of a word, P. */
  public static final int PER_WORD = 2 + BEGINNINGS.length + ENDINGS.length;

  private static final int NONE = -1;

  private final List<String> vocabulary;
  private final Map<String, Integer> rows = new HashMap<>();

  /**
   * Creates the rows of a vocabulary.
   *
   * @param vocabulary words in small letters, shapes, beginnings and endings, each once
   */
  public WordRows(List<String> vocabulary) {
    this.vocabulary = List.copyOf(vocabulary);
    for (String entry : this.vocabulary) {
      if (rows.put(entry, rows.size() + 1) != null) {
        throw new IllegalArgumentException(
            "entries of a vocabulary must differ but two were \"" + entry + "\"");
      }
    }
  }

  /**
   * Learns the rows of the words that some texts have often enough, the most frequent first; and of
   * the shapes, and the beginnings and endings of two different words or more.
   *
   * @param leastCount times that a word must be there
   */
  public static WordRows learn(Collection<List<String>> texts, int leastCount) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> shapes = new TreeSet<>();
    texts.forEach(
        text ->
            text.forEach(
                word -> {
                  counts.merge(small(word), 1, Integer::sum);
                  shapes.add(shape(word));
                }));
    Map<String, Integer> parts = new HashMap<>();
    counts
        .keySet()
        .forEach(word -> parts(word).forEach(part -> parts.merge(part, 1, Integer::sum)));
    List<String> vocabulary = new ArrayList<>(frequent(counts, leastCount));
    vocabulary.addAll(shapes);
    vocabulary.addAll(frequent(parts, 2));
    return new WordRows(vocabulary);
  }

  private static List<String> frequent(Map<String, Integer> counts, int least) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The words, shapes, beginnings and endings that have rows, in the order of these. */
  public List<String> vocabulary() {
    return vocabulary;
  }

  /** Number of rows of the embedding table. */
  public int tableRows() {
    return 1 + vocabulary.size();
  }

  /** The number of words of a text that are in the vocabulary. */
  public int known(List<String> text) {
    return (int) text.stream().filter(word -> rows.containsKey(small(word))).count();
  }

  /**
   * The rows of the words of a text.
   *
   * @return [T×P]; the first of each word is the word's own, or {@link #UNKNOWN}; −1 for what is
   *     not known of its shape and spelling
   */
  public int[] of(List<String> text) {
    int[] all = new int[text.size() * PER_WORD];
    Arrays.fill(all, NONE);
    for (int t = 0; t < text.size(); t++) {
      int at = t * PER_WORD;
      String word = small(text.get(t));
      all[at++] = rows.getOrDefault(word, UNKNOWN);
      all[at++] = rows.getOrDefault(shape(text.get(t)), NONE);
      for (String part : parts(word)) {
        all[at++] = rows.getOrDefault(part, NONE);
      }
    }
    return all;
  }

  /** The beginnings and endings of a word in small letters; fewer where it is short. */
  private static Set<String> parts(String word) {
    int[] letters = word.codePoints().toArray();
    Set<String> parts = new LinkedHashSet<>();
    for (int length : BEGINNINGS) {
      if (letters.length >= length) {
        parts.add(new String(letters, 0, length) + "-");
      }
    }
    for (int length : ENDINGS) {
      if (letters.length >= length) {
        parts.add("-" + new String(letters, letters.length - length, length));
      }
    }
    return parts;
  }

  private static String shape(String word) {
    boolean digit = word.codePoints().anyMatch(Character::isDigit);
    boolean letter = word.codePoints().anyMatch(Character::isLetter);
    if (digit) {
      return letter ? "<mixed>" : "<number>";
    }
    if (!letter) {
      return "<mark>";
    }
    if (!Character.isUpperCase(word.codePointAt(0))) {
      return "<small>";
    }
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
        ? "<CAPITALS>"
        : "<Capital>";
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
