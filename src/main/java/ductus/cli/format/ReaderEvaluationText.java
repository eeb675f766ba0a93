package ductus.cli.format;

import ductus.format.Table;
import ductus.metric.CharacterErrors;
import ductus.metric.ReadingEvaluation;
import ductus.metric.ReadingEvaluation.OfHand;
import java.util.Locale;

/** An evaluation of reading, as text. */
public final class ReaderEvaluationText {
  private ReaderEvaluationText() {}

  /** A table of the hands, and what it says. */
  public static String of(ReadingEvaluation withWords, ReadingEvaluation byInkAlone) {
    Table table = new Table("hand", "characters", "misread %", "by the ink alone %");
    for (int i = 0; i < withWords.hands().size(); i++) {
      OfHand hand = withWords.hands().get(i);
      row(table, hand.hand(), hand.errors(), byInkAlone.hands().get(i).errors());
    }
    row(table, "all", withWords.total(), byInkAlone.total());
    return table
        + System.lineSeparator()
        + String.format(
            Locale.ROOT,
            "%.1f %% of the words are misread, %.1f %% by the ink alone; a line takes %.1f ms, %.1f"
                + " ms by the ink alone (the middle of all)",
            100 * withWords.words().rate(),
            100 * byInkAlone.words().rate(),
            withWords.millisecondsPerLine(),
            byInkAlone.millisecondsPerLine());
  }

  private static void row(Table table, String hand, CharacterErrors errors, CharacterErrors ink) {
    table.row(hand, errors.characters(), percent(errors.rate()), percent(ink.rate()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }
}
