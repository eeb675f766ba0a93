package ductus.task.translation;

import ductus.generate.translation.TranslationCandidate;
import ductus.metric.CharacterErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A measurement of how often a network translates a source into just the target that was wanted.
 *
 * @param pairs measured
 * @param exact of them translated exactly
 * @param characterErrorRate characters put in, left out or taken for others, a character wanted
 * @param byLength pairs and exact ones by the length of the source
 * @param wrong what came out differently, in the order of the pairs
 */
public record TranslationEvaluation(
    int pairs, int exact, double characterErrorRate, List<OfLength> byLength, List<Wrong> wrong) {
  private static final int CLASS = 10;

  /**
   * Sources of some lengths.
   *
   * @param from least characters
   * @param to most characters
   */
  public record OfLength(int from, int to, int pairs, int exact) {}

  /** A source that was translated into something else than the target. */
  public record Wrong(String source, String target, String translation) {}

  public TranslationEvaluation {
    byLength = List.copyOf(byLength);
    wrong = List.copyOf(wrong);
  }

  /**
   * Measures a translator on pairs.
   *
   * @throws IllegalArgumentException if a source cannot be read
   */
  public static TranslationEvaluation of(Translator translator, List<TextPair> pairs) {
    List<List<TranslationCandidate>> found =
        translator.translate(pairs.stream().map(TextPair::source).toList());
    CharacterErrors errors = CharacterErrors.NONE;
    List<Wrong> wrong = new ArrayList<>();
    List<int[]> classes = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      TextPair pair = pairs.get(i);
      String translation = found.get(i).get(0).text();
      int length = pair.source().codePointCount(0, pair.source().length());
      while (classes.size() <= length / CLASS) {
        classes.add(new int[2]);
      }
      errors = errors.plus(CharacterErrors.of(pair.target(), translation));
      classes.get(length / CLASS)[0]++;
      if (translation.equals(pair.target())) {
        classes.get(length / CLASS)[1]++;
      } else {
        wrong.add(new Wrong(pair.source(), pair.target(), translation));
      }
    }
    List<OfLength> byLength = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      if (classes.get(c)[0] > 0) {
        byLength.add(
            new OfLength(
                Math.max(1, c * CLASS),
                c * CLASS + CLASS - 1,
                classes.get(c)[0],
                classes.get(c)[1]));
      }
    }
    return new TranslationEvaluation(
        pairs.size(), pairs.size() - wrong.size(), errors.rate(), byLength, wrong);
  }

  /** Share of the pairs that were translated exactly. */
  public double exactShare() {
    return (double) exact / Math.max(1, pairs);
  }

  /**
   * The share that was translated exactly, for people, on a line.
   *
   * @param counted what was translated, such as {@code held-out pairs}
   */
  public String text(String counted) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s translated exactly, %.1f %%; %.2f %% of the characters wrong",
        exact,
        pairs,
        counted,
        100 * exactShare(),
        100 * characterErrorRate);
  }
}
