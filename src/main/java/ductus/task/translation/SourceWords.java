package ductus.task.translation;

import static ductus.model.translation.SourceVocabulary.BOUND;
import static ductus.model.translation.SourceVocabulary.DIGITS;

import ductus.model.translation.SourceVocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of letters in sources, in lower case, and what stands side by side there. */
final class SourceWords {
  /**
   * Words that are held out, at least, before they can tell that sources have no others than those
   * learned: were one in thirty new, there would be one among a hundred with 97 percent.
   */
  static final int EVIDENCE = 100;

  /** One word in so many that are held out may be new: a rare plural, in lessons of thousands. */
  private static final int RARE = 1000;

  /** One pair of neighbors in so many that are held out may be new. */
  private static final int RARE_NEIGHBORS = 100;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern WORD_OR_NUMBER = Pattern.compile(WORD + "|\\p{N}+");

  private SourceWords() {}

  /** The words of a source, in their order. */
  static List<String> of(String source) {
    return found(WORD, source).toList();
  }

  private static Stream<String> found(Pattern pattern, String source) {
    return pattern
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  /** What stands side by side in a source, in its order. */
  static List<WordPair> neighbors(String source) {
    List<String> steps =
        found(WORD_OR_NUMBER, source)
            .map(step -> WORD.matcher(step).matches() ? step : DIGITS)
            .toList();
    List<WordPair> pairs = new ArrayList<>();
    String before = BOUND;
    for (String step : steps) {
      pairs.add(new WordPair(before, step));
      before = step;
    }
    pairs.add(new WordPair(before, BOUND));
    return pairs;
  }

  /**
   * The words of what is learned if sources have hardly any others: at most one in a thousand that
   * are held out is new, and there are enough of them to tell. Empty where sources may have words
   * that nobody foresaw. The vocabulary knows neighbors, too, where those that are held out are
   * hardly ever new.
   */
  static Optional<SourceVocabulary> closed(PairSplit split) {
    Set<String> learned = new HashSet<>();
    split.training().forEach(pair -> learned.addAll(of(pair.source())));
    List<String> heldOut =
        split.heldOut().stream().flatMap(pair -> of(pair.source()).stream()).toList();
    return heldOut.size() >= EVIDENCE && isRare(heldOut, learned, RARE)
        ? Optional.of(
            new SourceVocabulary(
                learned.stream().sorted().toList(), closedFollowers(split).orElse(null)))
        : Optional.empty();
  }

  private static Optional<Map<String, List<String>>> closedFollowers(PairSplit split) {
    Set<WordPair> learned = new HashSet<>();
    split.training().forEach(pair -> learned.addAll(neighbors(pair.source())));
    List<WordPair> heldOut =
        split.heldOut().stream().flatMap(pair -> neighbors(pair.source()).stream()).toList();
    return isRare(heldOut, learned, RARE_NEIGHBORS)
        ? Optional.of(
            learned.stream()
                .sorted(Comparator.comparing(WordPair::after))
                .collect(
                    Collectors.groupingBy(
                        WordPair::before,
                        Collectors.mapping(WordPair::after, Collectors.toList()))))
        : Optional.empty();
  }

  /** Whether at most one in so many of what is held out is none that was learned. */
  private static <T> boolean isRare(List<T> heldOut, Set<T> learned, int one) {
    return heldOut.stream().filter(each -> !learned.contains(each)).count() * one <= heldOut.size();
  }
}
