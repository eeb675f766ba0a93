package ductus.music.engraving.glyph;

/** Widths of texts in Times, the font of PDF that every reader has, so that texts do not touch. */
public final class LetterWidths {
  private static final int FIRST = ' ';
  private static final int OTHER = 550;

  /** Thousandths of the font's size, of the characters from the space to the tilde. */
  private static final int[] WIDTHS = {
    250, 333, 408, 500, 500, 833, 778, 333, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541
  };

  private LetterWidths() {}

  /** Width of a text, in the unit of the font's size. */
  public static double of(String text, double size) {
    return text.chars().mapToDouble(c -> of((char) c)).sum() * size;
  }

  /** Width of a character as a share of the font's size. */
  public static double of(char character) {
    int index = character - FIRST;
    return (index >= 0 && index < WIDTHS.length ? WIDTHS[index] : OTHER) / 1000.0;
  }
}
