package ductus.cli.translation;

import ductus.format.Table;
import ductus.task.translation.TranslationEvaluation;
import java.util.Locale;

/** Tells people how well pairs were translated. */
final class PairText {
  private static final int MOST_WRONG = 10;

  private PairText() {}

  /** The share that was translated exactly, also by length, and some of what went wrong. */
  static String of(TranslationEvaluation evaluation) {
    Table table = new Table("characters", "pairs", "exact", "%");
    evaluation
        .byLength()
        .forEach(
            each ->
                table.row(
                    each.from() + "\u2013" + each.to(),
                    each.pairs(),
                    each.exact(),
                    String.format(Locale.ROOT, "%.1f", 100.0 * each.exact() / each.pairs())));
    StringBuilder text = new StringBuilder(evaluation.text("pairs"));
    text.append(System.lineSeparator()).append(table);
    if (!evaluation.wrong().isEmpty()) {
      Table wrong = new Table("wrong", "wanted", "came out");
      evaluation.wrong().stream()
          .limit(MOST_WRONG)
          .forEach(each -> wrong.row(each.source(), each.target(), each.translation()));
      text.append(System.lineSeparator()).append(wrong);
      if (evaluation.wrong().size() > MOST_WRONG) {
        text.append(System.lineSeparator())
            .append(
                String.format(
                    Locale.ROOT,
                    "... and %d more; --json names all",
                    evaluation.wrong().size() - MOST_WRONG));
      }
    }
    return text.toString();
  }
}
