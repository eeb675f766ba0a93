package ductus.series;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates, with or without a time of the day. Where all are on the same day of a month, or on the
 * last, the pace is in months.
 */
record DateTimes(String name, Form form, List<LocalDateTime> times) implements TimeAxis {
  /** An example of a date that is understood. */
  static final String EXAMPLE = "2026-11-21 or 2026-11-21 14:30";

  /** A way of writing dates. */
  enum Form {
    MONTH("uuuu-MM") {
      @Override
      LocalDateTime time(String text) {
        return YearMonth.parse(text).atDay(1).atStartOfDay();
      }
    },
    DAY("uuuu-MM-dd") {
      @Override
      LocalDateTime time(String text) {
        return LocalDate.parse(text.replace('/', '-')).atStartOfDay();
      }
    },
    POINTS("dd.MM.uuuu") {
      @Override
      LocalDateTime time(String text) {
        return LocalDate.parse(text, formatter("d.M.uuuu")).atStartOfDay();
      }
    },
    MINUTE("uuuu-MM-dd HH:mm") {
      @Override
      LocalDateTime time(String text) {
        return LocalDateTime.parse(text.replace('T', ' '), formatter("uuuu-MM-dd HH:mm"));
      }
    },
    SECOND("uuuu-MM-dd HH:mm:ss") {
      @Override
      LocalDateTime time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
      }
    },
    ZONED("uuuu-MM-dd'T'HH:mm:ss'Z'") {
      @Override
      LocalDateTime time(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T'))
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDateTime();
      }
    };

    private final String pattern;

    Form(String pattern) {
      this.pattern = pattern;
    }

    /**
     * Reads the time in a cell.
     *
     * @throws DateTimeException if it is none of this form
     */
    abstract LocalDateTime time(String text);

    private static DateTimeFormatter formatter(String pattern) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    private boolean reads(String text) {
      try {
        time(text);
        return true;
      } catch (DateTimeException other) {
        return false;
      }
    }
  }

  DateTimes {
    times = List.copyOf(times);
  }

  /** The form in which a cell is a date; empty where it is none. */
  static Optional<Form> form(String cell) {
    for (Form form : Form.values()) {
      if (form.reads(cell)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads the times of a column of dates.
   *
   * @throws LineException if one is no date of this form, or not later than the one before
   */
  static DateTimes read(String name, Form form, List<String> cells) throws LineException {
    List<LocalDateTime> times = new ArrayList<>();
    for (int t = 0; t < cells.size(); t++) {
      String cell = cells.get(t);
      if (!form.reads(cell)) {
        throw new LineException(
            t, "must be a date, written as in the first row, but was \"%s\"".formatted(cell));
      }
      LocalDateTime time = form.time(cell);
      if (t > 0 && !time.isAfter(times.get(t - 1))) {
        throw new LineException(
            t, "must be later than %s above it but was %s".formatted(cells.get(t - 1), cell));
      }
      times.add(time);
    }
    return new DateTimes(name, form, times);
  }

  @Override
  public int length() {
    return times.size();
  }

  @Override
  public String label(int step) {
    return time(step).format(Form.formatter(form.pattern));
  }

  @Override
  public Optional<LocalDateTime> date(int step) {
    return Optional.of(time(step));
  }

  private LocalDateTime time(int step) {
    int last = times.size() - 1;
    if (step <= last) {
      return times.get(step);
    }
    LocalDateTime end = times.get(last);
    if (last == 0) {
      return form == Form.MONTH ? end.plusMonths(step) : end.plusDays(step);
    }
    LocalDateTime before = times.get(last - 1);
    long months = ChronoUnit.MONTHS.between(YearMonth.from(before), YearMonth.from(end));
    boolean sameDay = before.getDayOfMonth() == end.getDayOfMonth();
    boolean lastDays = isLastOfMonth(before) && isLastOfMonth(end);
    if (months > 0 && (sameDay || lastDays) && before.toLocalTime().equals(end.toLocalTime())) {
      LocalDateTime moved = end.plusMonths(months * (step - last));
      return lastDays && !sameDay ? moved.withDayOfMonth(daysOfMonth(moved)) : moved;
    }
    return end.plus(Duration.between(before, end).multipliedBy(step - last));
  }

  private static boolean isLastOfMonth(LocalDateTime time) {
    return time.getDayOfMonth() == daysOfMonth(time);
  }

  private static int daysOfMonth(LocalDateTime time) {
    return YearMonth.from(time).lengthOfMonth();
  }
}
