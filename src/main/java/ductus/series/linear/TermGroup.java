package ductus.series.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * Features that come into an equation together or not at all: differences between values before, or
 * numbers of the calendar.
 *
 * @param features one or more
 */
record TermGroup(List<Feature> features) {
  /**
   * A feature of an equation: minus the second value from the first, or a number of the calendar.
   *
   * @param column of the values
   * @param plus steps before the one that is foretold; 0 for a number of the calendar
   * @param minus the same of the value that is taken off; 0 for none
   * @param calendar which number of the calendar; −1 for none
   */
  record Feature(int column, int plus, int minus, int calendar) {
    static Feature difference(int column, int plus, int minus) {
      return new Feature(column, plus, minus, -1);
    }

    static Feature level(int column) {
      return new Feature(column, 1, 0, -1);
    }
  }

  TermGroup {
    features = List.copyOf(features);
  }

  /** Changes of a column from step to step, of those from a lag on up to one before another. */
  static TermGroup changes(int column, int from, int to) {
    List<Feature> all = new ArrayList<>();
    for (int lag = from; lag < to; lag++) {
      all.add(Feature.difference(column, lag, lag + 1));
    }
    return new TermGroup(all);
  }

  /** How a column was a season before, against its last value, and how it changed there. */
  static TermGroup season(int column, int season) {
    return new TermGroup(
        List.of(
            Feature.difference(column, season, 1), Feature.difference(column, season, season + 1)));
  }

  /** How a column was two and three seasons before. */
  static TermGroup seasonsBefore(int column, int season) {
    return new TermGroup(
        List.of(
            Feature.difference(column, 2 * season, 1), Feature.difference(column, 3 * season, 1)));
  }

  /** A number of the calendar after another. */
  static TermGroup calendar(int from, int size) {
    List<Feature> all = new ArrayList<>();
    for (int k = from; k < from + size; k++) {
      all.add(new Feature(-1, 0, 0, k));
    }
    return new TermGroup(all);
  }

  /** The farthest step that is looked back; 0 for none. */
  int memory() {
    return features.stream().mapToInt(each -> Math.max(each.plus(), each.minus())).max().orElse(0);
  }
}
