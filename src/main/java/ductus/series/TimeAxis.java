package ductus.series;

/** The times of the rows of a series; goes on behind the last of them at the same pace. */
public sealed interface TimeAxis permits TimeAxis.RowNumbers, NumberTimes, DateTimes {
  /** The axis of rows without times, which are counted from 1. */
  record RowNumbers(int length) implements TimeAxis {
    @Override
    public String name() {
      return "row";
    }

    @Override
    public String label(int step) {
      return Integer.toString(step + 1);
    }
  }

  /** Name of the column of times, such as {@code date}. */
  String name();

  /** Number of rows T. */
  int length();

  /**
   * The time of a row as it is written.
   *
   * @param step 0 or more; from T on it is a time to come
   */
  String label(int step);

  /** An axis of rows without times: 1, 2, 3 and so on. */
  static TimeAxis rows(int length) {
    return new RowNumbers(length);
  }
}
