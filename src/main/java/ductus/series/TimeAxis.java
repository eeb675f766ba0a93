package ductus.series;

/** When the rows of a series are; goes on behind the last of them at the same pace. */
public sealed interface TimeAxis permits RowNumbers, NumberTimes, DateTimes {
  /** Name of the column, such as {@code date}. */
  String name();

  /** Rows T. */
  int length();

  /**
   * What a row's time is called.
   *
   * @param step 0 or more; from T on it is a time to come
   */
  String label(int step);

  /** An axis of rows without times: 1, 2, 3 and so on. */
  static TimeAxis rows(int length) {
    return new RowNumbers(length);
  }
}
