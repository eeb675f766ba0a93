package ductus.cli.format;

import ductus.format.Table;
import ductus.ink.geometry.LineGeometry;
import ductus.task.handwriting.evaluation.HandFigures;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What eyes see of written lines, beside composed ones, as text. */
final class LineGeometryText {
  private LineGeometryText() {}

  /** Two tables of hands, with what they mean. */
  static String of(List<HandFigures> hands) {
    return String.join(
        System.lineSeparator(),
        "by the ink alone, each figure as written / as composed of the hand's own drawings:",
        spaces(hands).toString(),
        "",
        letters(hands).toString(),
        "narrow word gaps: narrower than the letter gap that one in twenty of the line exceeds;"
            + " hidden: than one in a word beside them; gaps: medians, x-heights; commas lost:"
            + " without a stroke of their own, or no higher than a full stop; stops stray: lost, or"
            + " not at the baseline; dots, bars, accents: there, and in their place; sizes differ:"
            + " deviation of the heights of small letters in a line, % of their mean; feet differ:"
            + " deviation of lower ends in a line, x-heights",
        "");
  }

  private static Table spaces(List<HandFigures> hands) {
    Table table =
        new Table(
            "hand",
            "narrow word gaps %",
            "hidden %",
            "word gap",
            "letter gap",
            "commas lost %",
            "comma height",
            "stops stray %",
            "stop at");
    for (HandFigures hand : hands) {
      table.row(
          hand.hand(),
          percents(hand, of -> of.gaps().narrow()),
          percents(hand, of -> of.gaps().hidden()),
          numbers(hand, of -> of.gaps().word()),
          numbers(hand, of -> of.gaps().letter()),
          percents(hand, of -> of.punctuation().commas().unreadable()),
          numbers(hand, of -> of.punctuation().commas().height()),
          percents(hand, of -> of.punctuation().stops().misplaced()),
          numbers(hand, of -> of.punctuation().stops().middle()));
    }
    return table;
  }

  private static Table letters(List<HandFigures> hands) {
    Table table =
        new Table("hand", "dots %", "bars %", "accents %", "sizes differ %", "feet differ");
    for (HandFigures hand : hands) {
      table.row(
          hand.hand(),
          percents(hand, of -> of.marks().dots().share()),
          percents(hand, of -> of.marks().bars().share()),
          percents(hand, of -> of.marks().accents().share()),
          percents(hand, of -> of.letters().sizeSpread()),
          numbers(hand, of -> of.letters().baselineSpread()));
    }
    return table;
  }

  private static String percents(
      HandFigures hand, Function<LineGeometry, @Nullable Double> figure) {
    return both(hand, figure, 100, "%.1f");
  }

  private static String numbers(HandFigures hand, Function<LineGeometry, @Nullable Double> figure) {
    return both(hand, figure, 1, "%.2f");
  }

  private static String both(
      HandFigures hand,
      Function<LineGeometry, @Nullable Double> figure,
      double factor,
      String format) {
    HandFigures.Geometry geometry = Objects.requireNonNull(hand.geometry());
    Double written = figure.apply(geometry.written());
    Double composed = figure.apply(geometry.composed());
    return one(written, factor, format) + " / " + one(composed, factor, format);
  }

  private static String one(@Nullable Double figure, double factor, String format) {
    return figure == null ? "-" : String.format(Locale.ROOT, format, factor * figure);
  }
}
