package ductus.task.translation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of letters in sources, in lower case; digits and marks stand between them. */
final class SourceWords {
  /**
   * Words that are held out, at least, before they can tell that sources have no others than those
   * learned: were one in thirty new, there would be one among a hundred with 97 percent.
   */
  static final int EVIDENCE = 100;

  /** One word in so many that are held out may be new: a rare plural, in lessons of thousands. */
  private static final int RARE = 1000;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private SourceWords() {}

  /** The words of a source, in their order. */
  static List<String> of(String source) {
    return WORD.matcher(source)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * The words of what is learned, sorted, if sources have hardly any others: at most one in a
   * thousand that are held out is new, and there are enough of them to tell. Empty where sources
   * may have words that nobody foresaw.
   */
  static Optional<List<String>> closed(PairSplit split) {
    Set<String> learned = new HashSet<>();
    split.training().forEach(pair -> learned.addAll(of(pair.source())));
    List<String> heldOut =
        split.heldOut().stream().flatMap(pair -> of(pair.source()).stream()).toList();
    long others = heldOut.stream().filter(word -> !learned.contains(word)).count();
    return heldOut.size() >= EVIDENCE && others * RARE <= heldOut.size()
        ? Optional.of(learned.stream().sorted().toList())
        : Optional.empty();
  }
}
