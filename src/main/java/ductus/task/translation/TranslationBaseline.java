package ductus.task.translation;

import ductus.metric.CharacterErrors;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * How well something plainer than a network translates.
 *
 * @param name what it is, for people
 * @param exact of the pairs, translated exactly
 * @param characterErrorRate characters put in, left out or taken for others, a character wanted
 */
public record TranslationBaseline(String name, int pairs, int exact, double characterErrorRate) {
  /**
   * Measures what looking up and counting make of pairs.
   *
   * @param learned pairs that they know
   */
  public static List<TranslationBaseline> of(List<TextPair> learned, List<TextPair> pairs) {
    return List.of(
        of(
            "the learned pair with the most words in common",
            new NearestPair(learned)::translate,
            pairs),
        of("word by word, as counted", new CountedDictionary(learned)::translate, pairs));
  }

  private static TranslationBaseline of(
      String name, UnaryOperator<String> translation, List<TextPair> pairs) {
    CharacterErrors errors = CharacterErrors.NONE;
    int exact = 0;
    for (TextPair pair : pairs) {
      String translated = translation.apply(pair.source());
      exact += translated.equals(pair.target()) ? 1 : 0;
      errors = errors.plus(CharacterErrors.of(pair.target(), translated));
    }
    return new TranslationBaseline(name, pairs.size(), exact, errors.rate());
  }

  /** The figures for people, on a line. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d exactly, %.1f %%; %.2f %% of the characters wrong",
        name,
        exact,
        pairs,
        100.0 * exact / Math.max(1, pairs),
        100 * characterErrorRate);
  }
}
