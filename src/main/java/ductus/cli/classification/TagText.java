package ductus.cli.classification;

import ductus.task.tagging.TagEvaluation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often tags are right, for people. */
final class TagText {
  private TagText() {}

  /** On some lines, without the tags one by one. */
  static String right(TagEvaluation evaluation, String words) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d of %d %s right, %s %%"
            .formatted(
                evaluation.words().correct(),
                evaluation.words().count(),
                words,
                percent(evaluation.words().accuracy())));
    TagEvaluation.Share baseline = evaluation.baseline();
    TagEvaluation.Share unseen = evaluation.newWords();
    if (baseline != null) {
      text.append("; %s %% by each word's most frequent tag".formatted(share(baseline)));
    }
    if (unseen != null && unseen.count() > 0) {
      text.append(System.lineSeparator())
          .append(
              "%d of %d words that no training sentence has right, %s %%; %s %% by the tag of rare words"
                  .formatted(
                      unseen.correct(),
                      unseen.count(),
                      share(unseen),
                      share(evaluation.newWordsBaseline())));
    }
    return text.toString();
  }

  private static String share(TagEvaluation.@Nullable Share share) {
    return percent(share == null ? 0 : share.accuracy());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
