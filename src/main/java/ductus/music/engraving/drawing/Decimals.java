package ductus.music.engraving.drawing;

/** Lengths as text with two decimals at most: the same for the same value on every machine. */
final class Decimals {
  private Decimals() {}

  static StringBuilder append(StringBuilder text, double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths < 0) {
      text.append('-');
    }
    long size = Math.abs(hundredths);
    text.append(size / 100);
    int rest = (int) (size % 100);
    if (rest > 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        text.append(rest % 10);
      }
    }
    return text;
  }

  static String of(double value) {
    return append(new StringBuilder(), value).toString();
  }
}
