package ductus.ink.layout;

import java.util.List;

/**
 * Estimates how wide words come out before they are written: from the usual proportions of letters
 * and one factor for the hand.
 *
 * @param factor 1 for a hand of average width
 */
public record CharacterWidths(double factor) {
  /** The widths of an average hand. */
  public static final CharacterWidths AVERAGE = new CharacterWidths(1);

  /** Distance between two words, in x-heights of an average hand. */
  private static final double SPACE = 0.9;

  private static final String NARROW = "iIjlıtfr1.,:;'`!|()[]{}\"-°";
  private static final String WIDE = "mwMW@%æœÆŒ&€—…";

  public CharacterWidths {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "the width of characters must be above 0 but was " + factor);
    }
  }

  /** Measures the widths in lines that a hand wrote; average where there are none. */
  public static CharacterWidths measured(List<WrittenLine> lines) {
    double written = 0;
    double expected = 0;
    for (WrittenLine line : lines) {
      double width = line.ink().box().map(box -> box.width()).orElse(0.0);
      if (width > 0) {
        written += width;
        expected += AVERAGE.of(line.text());
      }
    }
    return written > 0 ? new CharacterWidths(written / expected) : AVERAGE;
  }

  /** The probable width of a text, in x-heights. */
  public double of(String text) {
    return factor * text.codePoints().mapToDouble(CharacterWidths::average).sum();
  }

  /** The probable distance between two words, in x-heights. */
  double space() {
    return factor * SPACE;
  }

  private static double average(int character) {
    if (character == ' ') {
      return SPACE;
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    if (NARROW.indexOf(character) >= 0) {
      return 0.6;
    }
    if (WIDE.indexOf(character) >= 0) {
      return 1.6;
    }
    return Character.isUpperCase(character) ? 1.3 : 0.95;
  }
}
