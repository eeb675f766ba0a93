package ductus.task.translation.expression;

import ductus.task.translation.TextPair;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Draws dates of 1700 to 2099 in words, and as in 1997-05-03 (ISO 8601). */
final class DateExpressions {
  private static final LocalDate FIRST = LocalDate.of(1700, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  /** Years of two digits are those of 1930 to 2029. */
  private static final int FIRST_SHORT_YEAR = 1930;

  private DateExpressions() {}

  static TextPair draw(RandomGenerator random) {
    LocalDate date = date(random);
    Wording wording = Wording.draw(random);
    NumberWords words = new NumberWords(wording);
    String day = day(date, words, random);
    String month = month(date, random);
    String year = year(date, words, random);
    String comma = wording.commas() ? "," : "";
    String text =
        switch (random.nextInt(10)) {
          case 0, 1 -> "the " + ordinal(date, words, random) + " of " + month + comma + " " + year;
          case 2 -> ordinal(date, words, random) + " of " + month + comma + " " + year;
          case 3, 4 -> day + " " + month + comma + " " + year;
          case 5, 6 -> month + " " + day + comma + " " + year;
          case 7 -> month + " the " + ordinal(date, words, random) + comma + " " + year;
          case 8 -> year + comma + " " + month + " " + date.getDayOfMonth();
          default -> numeric(date, random);
        };
    return new TextPair(
        Wording.typed(before(date, wording, random) + text, random), date.toString());
  }

  private static LocalDate date(RandomGenerator random) {
    LocalDate first = random.nextInt(3) == 0 ? FIRST : LocalDate.of(FIRST_SHORT_YEAR, 1, 1);
    LocalDate last = random.nextInt(6) == 0 ? LAST : LocalDate.of(FIRST_SHORT_YEAR + 99, 12, 31);
    return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
  }

  /** The day of the week, or a word that leads to the date; mostly nothing. */
  private static String before(LocalDate date, Wording wording, RandomGenerator random) {
    String weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return switch (random.nextInt(14)) {
      case 0 -> weekday + (wording.commas() ? ", " : " ");
      case 1 -> weekday.substring(0, 3) + (wording.commas() ? ", " : " ");
      case 2 -> "on ";
      default -> "";
    };
  }

  private static String day(LocalDate date, NumberWords words, RandomGenerator random) {
    return random.nextInt(2) == 0
        ? Integer.toString(date.getDayOfMonth())
        : ordinal(date, words, random);
  }

  /** A day of the month in words, or with an ending as in 3rd. */
  private static String ordinal(LocalDate date, NumberWords words, RandomGenerator random) {
    int day = date.getDayOfMonth();
    if (random.nextInt(5) < 3) {
      return words.ordinal(day);
    }
    String ending =
        day / 10 == 1
            ? "th"
            : switch (day % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return day + ending;
  }

  private static String month(LocalDate date, RandomGenerator random) {
    String name = monthName(date);
    if (random.nextInt(3) > 0 || name.length() < 4) {
      return name;
    }
    String brief = name.substring(0, date.getMonthValue() == 9 && random.nextBoolean() ? 4 : 3);
    return brief + (random.nextBoolean() ? "." : "");
  }

  private static String monthName(LocalDate date) {
    return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String year(LocalDate date, NumberWords words, RandomGenerator random) {
    int year = date.getYear();
    boolean brief = year >= FIRST_SHORT_YEAR && year < FIRST_SHORT_YEAR + 100;
    return switch (random.nextInt(8)) {
      case 0 -> brief ? String.format(Locale.ROOT, "'%02d", year % 100) : Integer.toString(year);
      case 1, 2, 3 -> words.year(year, random.nextInt(10));
      default -> Integer.toString(year);
    };
  }

  /** Day, month and year in this order, or ISO 8601. */
  private static String numeric(LocalDate date, RandomGenerator random) {
    int day = date.getDayOfMonth();
    String brief = monthName(date).substring(0, 3);
    return switch (random.nextInt(4)) {
      case 0 ->
          String.format(Locale.ROOT, "%02d.%02d.%d", day, date.getMonthValue(), date.getYear());
      case 1 -> String.format(Locale.ROOT, "%d.%d.%d", day, date.getMonthValue(), date.getYear());
      case 2 -> String.format(Locale.ROOT, "%d-%s-%d", day, brief, date.getYear());
      default -> date.toString();
    };
  }
}
