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
        + withoutLost(withWords, byInkAlone)
        + String.format(
            Locale.ROOT,
            "%.1f %% of the words are misread, %.1f %% by the ink alone; a line takes %.1f ms, %.1f"
                + " ms by the ink alone (the middle of all)",
            100 * withWords.words().rate(),
            100 * byInkAlone.words().rate(),
            withWords.millisecondsPerLine(),
            byInkAlone.millisecondsPerLine());
  }

  /** What is left of the errors without lines that mostly say something else than their labels. */
  private static String withoutLost(ReadingEvaluation withWords, ReadingEvaluation byInkAlone) {
    boolean allFound = withWords.linesNotFound() + byInkAlone.linesNotFound() == 0;
    boolean noneFound =
        withWords.totalOfFound().characters() == 0 || byInkAlone.totalOfFound().characters() == 0;
    return allFound || noneFound
        ? ""
        : String.format(
                Locale.ROOT,
                "of the text of %d lines next to nothing was found, by the ink alone of %d; of the"
                    + " others %.2f %% are misread, and %.2f %%",
                withWords.linesNotFound(),
                byInkAlone.linesNotFound(),
                100 * withWords.totalOfFound().rate(),
                100 * byInkAlone.totalOfFound().rate())
            + System.lineSeparator();
  }

  private static void row(Table table, String hand, CharacterErrors errors, CharacterErrors ink) {
    table.row(hand, errors.characters(), percent(errors.rate()), percent(ink.rate()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }
}
