package ductus.task.translation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Translates word by word, in the order of the source, with a dictionary counted from pairs: for
 * each word the one that stands most often in the targets of the sources that have it, and most
 * seldom elsewhere (the coefficient of Dice). What a network must be better than.
 */
final class CountedDictionary {
  private static final String WORDS_AND_MARKS = "(?<=[\\p{L}\\d'])(?=[^\\p{L}\\d'\\s])|\\s+";

  private final Map<String, String> wordOf = new HashMap<>();

  CountedDictionary(List<TextPair> pairs) {
    Map<String, Integer> sources = new HashMap<>();
    Map<String, Integer> targets = new HashMap<>();
    Map<String, Map<String, Integer>> both = new HashMap<>();
    for (TextPair pair : pairs) {
      Set<String> from = new HashSet<>(words(pair.source()));
      Set<String> into = new HashSet<>(words(pair.target()));
      from.forEach(word -> sources.merge(word, 1, Integer::sum));
      into.forEach(word -> targets.merge(word, 1, Integer::sum));
      for (String word : from) {
        Map<String, Integer> beside = both.computeIfAbsent(word, each -> new HashMap<>());
        into.forEach(other -> beside.merge(other, 1, Integer::sum));
      }
    }
    both.forEach(
        (word, beside) ->
            wordOf.put(
                word, likeliest(beside, Objects.requireNonNull(sources.get(word)), targets)));
  }

  private static String likeliest(
      Map<String, Integer> beside, int count, Map<String, Integer> targets) {
    String best = "";
    double most = 0;
    for (String word : beside.keySet().stream().sorted().toList()) {
      double dice =
          2.0
              * Objects.requireNonNull(beside.get(word))
              / (count + Objects.requireNonNull(targets.get(word)));
      if (dice > most) {
        most = dice;
        best = word;
      }
    }
    return best;
  }

  /** The first letter is small, as where a word stands inside a sentence. */
  private static List<String> words(String text) {
    return List.of(
        (Character.toLowerCase(text.charAt(0)) + text.substring(1)).split(WORDS_AND_MARKS));
  }

  /** The words for those of a text that are known, with a capital first. */
  String translate(String source) {
    String text =
        words(source).stream()
            .map(word -> wordOf.getOrDefault(word, ""))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "))
            .replaceAll(" (?=[.?!,])", "");
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
