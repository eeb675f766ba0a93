package ductus.task.translation.expression;

import ductus.task.translation.TextPair;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Draws numbers below ten million in words, and in digits. */
final class NumberExpressions {
  private static final int DIGITS = 7;
  private static final List<Integer> UNITS = List.of(100, 1000, 1_000_000);
  private static final List<String> UNIT_NAMES = List.of("hundred", "thousand", "million");

  private NumberExpressions() {}

  static TextPair draw(RandomGenerator random) {
    int number = number(random);
    NumberWords words = new NumberWords(Wording.draw(random));
    String text =
        switch (random.nextInt(12)) {
          case 0, 1 -> spoken(number, words, random);
          case 2 -> mixed(random);
          case 3 -> digits(number, random);
          default -> words.cardinal(number);
        };
    return new TextPair(Wording.typed(text, random), value(text, number));
  }

  /**
   * A number of one to seven digits, each length as often as another; some with zeros in the
   * middle, some round.
   */
  private static int number(RandomGenerator random) {
    int most = 1;
    for (int digits = 1 + random.nextInt(DIGITS); digits > 0; digits--) {
      most *= 10;
    }
    int number = random.nextInt(most);
    int unit = 10;
    for (int zeros = random.nextInt(5); zeros > 0; zeros--) {
      unit *= 10;
    }
    return switch (random.nextInt(5)) {
      case 0 -> number / unit * unit;
      case 1 -> number / (10 * unit) * 10 * unit + number % unit % 100;
      default -> number;
    };
  }

  /** Says a number in words; one of four digits as years are said, or in hundreds. */
  private static String spoken(int number, NumberWords words, RandomGenerator random) {
    if (number < 1100 || number > 9999 || number / 100 % 10 == 0) {
      return words.cardinal(number);
    }
    boolean year = number >= 1600 && number < 2000 && random.nextBoolean();
    return year ? words.year(number, random.nextInt(10)) : words.hundreds(number);
  }

  /** Digits before a word: 3 million. */
  private static String mixed(RandomGenerator random) {
    int unit = random.nextInt(UNITS.size());
    int count = 1 + random.nextInt(unit == 1 ? 999 : 9);
    return count + " " + UNIT_NAMES.get(unit);
  }

  private static String digits(int number, RandomGenerator random) {
    return random.nextBoolean()
        ? String.format(Locale.ROOT, "%,d", number)
        : Integer.toString(number);
  }

  /** The number, unless the text is one that {@link #mixed} made. */
  private static String value(String text, int number) {
    for (int unit = 0; unit < UNITS.size(); unit++) {
      String name = " " + UNIT_NAMES.get(unit);
      if (Character.isDigit(text.charAt(0)) && text.endsWith(name)) {
        int count = Integer.parseInt(text.substring(0, text.length() - name.length()));
        return Integer.toString(count * UNITS.get(unit));
      }
    }
    return Integer.toString(number);
  }
}
