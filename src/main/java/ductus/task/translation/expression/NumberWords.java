package ductus.task.translation.expression;

import java.util.List;

/** English names of numbers. */
final class NumberWords {
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> ORDINALS =
      List.of(
          "",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth");

  private final Wording wording;

  NumberWords(Wording wording) {
    this.wording = wording;
  }

  /** The name of a number below a thousand millions. */
  String cardinal(int number) {
    if (number < 100) {
      return belowHundred(number);
    }
    if (number < 1000) {
      return joined(leading(number / 100, "hundred"), number % 100, true);
    }
    int unit = number < 1_000_000 ? 1000 : 1_000_000;
    String head = leading(number / unit, unit == 1000 ? "thousand" : "million");
    return joined(head, number % unit, number % unit < 100);
  }

  /** The name of so many hundreds, thousands or millions. */
  private String leading(int count, String unit) {
    return (count == 1 && wording.article() ? "a" : cardinal(count)) + " " + unit;
  }

  private String joined(String head, int rest, boolean small) {
    if (rest == 0) {
      return head;
    }
    String between = small ? (wording.and() ? " and " : " ") : wording.commas() ? ", " : " ";
    return head + between + new NumberWords(wording.withoutArticle()).cardinal(rest);
  }

  /** Hundreds beyond ten: fifteen hundred and six; of 1,100 to 9,999 but for whole thousands. */
  String hundreds(int number) {
    return joined(belowHundred(number / 100) + " hundred", number % 100, true);
  }

  private String belowHundred(int number) {
    if (number < SMALL.size()) {
      return SMALL.get(number);
    }
    String ten = TENS.get(number / 10);
    return number % 10 == 0 ? ten : ten + dash() + SMALL.get(number % 10);
  }

  private String dash() {
    return wording.hyphens() ? "-" : " ";
  }

  /** The name of a place, 1 to 31. */
  String ordinal(int number) {
    if (number < ORDINALS.size()) {
      return ORDINALS.get(number);
    }
    String ten = TENS.get(number / 10);
    return number % 10 == 0
        ? ten.substring(0, ten.length() - 1) + "ieth"
        : ten + dash() + ORDINALS.get(number % 10);
  }

  /**
   * A year of four digits as it is spoken.
   *
   * @param manner which of the ways to say it, 0 or more
   */
  String year(int year, int manner) {
    int century = year / 100;
    int rest = year % 100;
    if (year / 1000 == 2 && century == 20 && (rest < 10 || manner % 2 == 0)) {
      return cardinal(year);
    }
    if (rest == 0) {
      return belowHundred(century) + " hundred";
    }
    if (manner % 5 == 1 && century != 20) {
      return hundreds(year);
    }
    return belowHundred(century) + " " + (rest < 10 ? "oh " : "") + belowHundred(rest);
  }
}
