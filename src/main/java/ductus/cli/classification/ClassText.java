package ductus.cli.classification;

import ductus.format.Table;
import ductus.metric.classification.ClassEvaluation;
import ductus.metric.classification.Classification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results of classifying, for people. */
final class ClassText {
  private static final int RUNNERS_UP = 3;
  private static final int MOST_COLUMNS = 8;

  private ClassText() {}

  /** The most probable class with those that come next. */
  static String of(List<Classification.Ranked> ranking) {
    return String.format(
        Locale.ROOT,
        "%s\t%s",
        one(ranking.get(0)),
        ranking.stream()
            .skip(1)
            .limit(RUNNERS_UP)
            .map(ClassText::one)
            .collect(Collectors.joining(", ", "(", ")")));
  }

  private static String one(Classification.Ranked ranked) {
    return ranked.label() + " " + percent(ranked.probability()) + " %";
  }

  /**
   * How often a network is right.
   *
   * @param rule what the baseline goes by
   */
  static String of(ClassEvaluation evaluation, String things, String rule) {
    return evaluation.text(things, rule)
        + System.lineSeparator()
        + System.lineSeparator()
        + table(evaluation);
  }

  /** A line for each class. */
  static String table(ClassEvaluation evaluation) {
    boolean columns = evaluation.classes().size() <= MOST_COLUMNS;
    List<String> heading = new ArrayList<>(List.of("class", "count", "found %", "said", "right %"));
    if (columns) {
      evaluation.classes().forEach(each -> heading.add("as " + each.label()));
    }
    Table table = new Table(heading.toArray(String[]::new));
    for (int i = 0; i < evaluation.classes().size(); i++) {
      ClassEvaluation.OfClass each = evaluation.classes().get(i);
      List<Object> row =
          new ArrayList<>(
              List.of(
                  each.label(),
                  each.count(),
                  each.count() == 0 ? "-" : percent(each.recall()),
                  each.said(),
                  each.said() == 0 ? "-" : percent(each.precision())));
      if (columns) {
        row.addAll(evaluation.confusion().get(i));
      }
      table.row(row.toArray());
    }
    return table.toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
