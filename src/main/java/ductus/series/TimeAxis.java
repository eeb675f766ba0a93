package ductus.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.IntStream;

/** The times of the rows of a series; goes on behind the last of them at the same pace. */
public sealed interface TimeAxis
    permits TimeAxis.RowNumbers, TimeAxis.Part, NumberTimes, DateTimes {
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

  /**
   * The times of some rows of a whole.
   *
   * @param from first row of the whole that is one of these
   */
  record Part(TimeAxis whole, int from, int length) implements TimeAxis {
    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public String label(int step) {
      return whole.label(from + step);
    }

    @Override
    public Optional<LocalDateTime> date(int step) {
      return whole.date(from + step);
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

  /**
   * The date of a row; empty where times are numbers.
   *
   * @param step 0 or more; from T on it is a time to come
   */
  default Optional<LocalDateTime> date(int step) {
    return Optional.empty();
  }

  /**
   * An axis of days, one after another.
   *
   * @param length 1 or more
   */
  static TimeAxis days(String name, LocalDate first, int length) {
    return new DateTimes(
        name,
        DateTimes.Form.DAY,
        IntStream.range(0, length).mapToObj(t -> first.plusDays(t).atStartOfDay()).toList());
  }

  /** An axis of rows without times: 1, 2, 3 and so on. */
  static TimeAxis rows(int length) {
    return new RowNumbers(length);
  }
}
