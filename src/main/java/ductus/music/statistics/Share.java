package ductus.music.statistics;

/** A part of a whole, 0 to 1. */
final class Share {
  private Share() {}

  /** Returns a part over its whole, and 0 of nothing. */
  static double of(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
