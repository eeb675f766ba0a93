package ductus.cli.text;

import ductus.workbench.drawing.WritingEvaluation;
import ductus.workbench.drawing.WritingEvaluation.OfHand;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** An evaluation of writing, as text. */
public final class HandEvaluationText {
  private HandEvaluationText() {}

  /** A table of the hands, and what it says. */
  public static String of(WritingEvaluation evaluation) {
    Table table =
        new Table(
            "hand",
            "lines",
            "misread, composed %",
            "misread, written %",
            "unfinished",
            "skipped",
            "redrawn",
            "hand named %",
            "letters differ");
    List<OfHand> hands = evaluation.hands();
    for (OfHand hand : hands) {
      table.row(
          hand.hand(),
          hand.lines(),
          percent(hand.composedErrors()),
          percent(hand.writtenErrors()),
          hand.unfinished(),
          hand.skipped(),
          hand.redrawn(),
          percent(hand.named()),
          number(hand.letters()));
    }
    table.row(
        "all",
        hands.stream().mapToInt(OfHand::lines).sum(),
        percent(mean(hands, OfHand::composedErrors)),
        percent(mean(hands, OfHand::writtenErrors)),
        hands.stream().mapToInt(OfHand::unfinished).sum(),
        hands.stream().mapToInt(OfHand::skipped).sum(),
        hands.stream().mapToInt(OfHand::redrawn).sum(),
        percent(mean(hands, OfHand::named)),
        number(mean(hands, OfHand::letters)));
    return table
        + System.lineSeparator()
        + "misread: characters that the reader reads wrongly; letters differ: two drawings of a letter,"
        + " warped onto each other, x-heights (people who drew each letter twice: "
        + number(evaluation.sessions())
        + ")";
  }

  private static double mean(List<OfHand> hands, ToDoubleFunction<OfHand> figure) {
    return hands.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
