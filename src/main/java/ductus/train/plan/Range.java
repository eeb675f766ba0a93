package ductus.train.plan;

/** Checks of numbers in a plan, with complaints that name them. */
final class Range {
  private Range() {}

  static void requireAtLeast(String what, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be %d or more but was %d".formatted(what, least, value));
    }
  }

  /** 0 (off) or more, and finite. */
  static void requireStrength(String what, double value) {
    if (!(value >= 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("%s must be 0 or more but was %s".formatted(what, value));
    }
  }

  /** 0 to below 1. */
  static void requireBelowOne(String what, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s must be 0 to below 1 but was %s".formatted(what, value));
    }
  }
}
