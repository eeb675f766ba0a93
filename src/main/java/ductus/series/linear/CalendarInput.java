package ductus.series.linear;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What the time of a row says of it, in numbers. */
public enum CalendarInput {
  /** Hour of the day: sines and cosines of one to four times a day. */
  HOUR_OF_DAY(8) {
    @Override
    void write(LocalDateTime time, double[] into, int at) {
      double day = time.toLocalTime().toSecondOfDay() / (double) SECONDS_A_DAY;
      waves(day, size(), into, at);
    }

    @Override
    boolean fits(Duration pace, Duration span) {
      return pace.compareTo(Duration.ofHours(12)) <= 0 && span.toDays() >= 3;
    }
  },

  /** Day of the week: six flags, Tuesday to Sunday. */
  DAY_OF_WEEK(6) {
    @Override
    void write(LocalDateTime time, double[] into, int at) {
      flag(time.getDayOfWeek().getValue(), size(), into, at);
    }

    @Override
    boolean fits(Duration pace, Duration span) {
      return pace.toDays() < 7 && span.toDays() >= 21;
    }
  },

  /** Day of the year: sines and cosines of one to three times a year. */
  DAY_OF_YEAR(6) {
    @Override
    void write(LocalDateTime time, double[] into, int at) {
      double year = (time.getDayOfYear() - 1.0) / time.toLocalDate().lengthOfYear();
      waves(year, size(), into, at);
    }

    @Override
    boolean fits(Duration pace, Duration span) {
      return pace.toDays() < DAYS_A_MONTH && span.toDays() >= 1.5 * DAYS_A_YEAR;
    }
  },

  /** Month: eleven flags, February to December. */
  MONTH(11) {
    @Override
    void write(LocalDateTime time, double[] into, int at) {
      flag(time.getMonthValue(), size(), into, at);
    }

    @Override
    boolean fits(Duration pace, Duration span) {
      return pace.toDays() >= DAYS_A_MONTH
          && pace.toDays() < DAYS_A_YEAR / 2
          && span.toDays() >= 2 * DAYS_A_YEAR;
    }
  },

  /** Years since the beginning of 2000, for an even trend. */
  YEARS(1) {
    @Override
    void write(LocalDateTime time, double[] into, int at) {
      into[at] = ChronoUnit.SECONDS.between(START, time) / (SECONDS_A_DAY * DAYS_A_YEAR);
    }

    @Override
    boolean fits(Duration pace, Duration span) {
      return true;
    }
  };

  private static final int SECONDS_A_DAY = 86_400;
  private static final int DAYS_A_MONTH = 28;
  private static final double DAYS_A_YEAR = 365.25;
  private static final LocalDateTime START = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final int size;

  CalendarInput(int size) {
    this.size = size;
  }

  /** How many numbers it is. */
  public int size() {
    return size;
  }

  /** Whether it comes again, and is not the time itself. */
  public boolean isCycle() {
    return this != YEARS;
  }

  /** Writes the numbers of a time. */
  abstract void write(LocalDateTime time, double[] into, int at);

  /**
   * Whether something can be learned of it.
   *
   * @param pace from row to row
   * @param span of all that is learned
   */
  abstract boolean fits(Duration pace, Duration span);

  /**
   * What can be learned of the calendar.
   *
   * @param from time of the first row that is learned
   * @param to time of the last
   * @param rows how many these are
   */
  static List<CalendarInput> of(LocalDateTime from, LocalDateTime to, int rows) {
    List<CalendarInput> all = new ArrayList<>();
    Duration span = Duration.between(from, to);
    for (CalendarInput each : values()) {
      if (rows > 1 && each.fits(span.dividedBy(rows - 1), span)) {
        all.add(each);
      }
    }
    return all;
  }

  private static void waves(double turn, int size, double[] into, int at) {
    for (int k = 0; k < size / 2; k++) {
      double angle = 2 * Math.PI * (k + 1) * turn;
      into[at + 2 * k] = StrictMath.sin(angle);
      into[at + 2 * k + 1] = StrictMath.cos(angle);
    }
  }

  /** Sets the flag of a number from 1; the first has none. */
  private static void flag(int number, int size, double[] into, int at) {
    for (int k = 0; k < size; k++) {
      into[at + k] = number == k + 2 ? 1 : 0;
    }
  }
}
