package ductus.series.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * The features that may come into the equation of a column.
 *
 * @param orders groups that come in from the first on, one after another
 * @param own other groups of the column and of the calendar, that come in or not
 * @param others groups of other columns, that come in or not
 */
record EquationTerms(List<TermGroup> orders, List<TermGroup> own, List<TermGroup> others) {
  private static final List<Integer> ORDERS = List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32);

  /** Values of other columns count this far back. */
  private static final List<Integer> REACHES = List.of(2, 6, 12);

  /** Most features of other columns. */
  private static final int MOST_OTHERS = 60;

  /** Part of the rows that is looked back at most: a quarter. */
  private static final int PART = 4;

  EquationTerms {
    orders = List.copyOf(orders);
    own = List.copyOf(own);
    others = List.copyOf(others);
  }

  static EquationTerms of(
      KnownRows rows,
      int column,
      List<Integer> seasons,
      List<CalendarInput> calendar,
      LinearTerms terms) {
    int most = rows.length() / PART;
    List<TermGroup> orders = new ArrayList<>();
    for (int i = 1; i < ORDERS.size(); i++) {
      orders.add(TermGroup.changes(column, ORDERS.get(i - 1), ORDERS.get(i)));
    }
    List<TermGroup> own = new ArrayList<>();
    own.add(new TermGroup(List.of(TermGroup.Feature.level(column))));
    for (int season : seasons) {
      own.add(TermGroup.season(column, season));
      own.add(TermGroup.seasonsBefore(column, season));
    }
    int number = 0;
    for (CalendarInput input : calendar) {
      own.add(TermGroup.calendar(number, input.size()));
      number += input.size();
    }
    List<TermGroup> others = new ArrayList<>();
    if (terms.others()) {
      addColumns(rows.columns(), column, others);
    }
    return new EquationTerms(
        orders.stream().filter(group -> group.memory() <= most).toList(),
        own.stream().filter(group -> group.memory() <= most).toList(),
        others.stream().filter(group -> group.memory() <= most).toList());
  }

  private static void addColumns(int columns, int column, List<TermGroup> to) {
    int features = 0;
    int from = 1;
    for (int reach : REACHES) {
      for (int other = 0; other < columns; other++) {
        features += other == column ? 0 : reach - from + 1;
        if (other != column && features <= MOST_OTHERS) {
          List<TermGroup.Feature> group = new ArrayList<>();
          if (from == 1) {
            group.add(TermGroup.Feature.level(other));
          }
          group.addAll(TermGroup.changes(other, from, reach).features());
          to.add(new TermGroup(group));
        }
      }
      from = reach;
    }
  }
}
