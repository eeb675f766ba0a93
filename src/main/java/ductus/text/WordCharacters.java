package ductus.text;

/** The characters that words are made of. */
public final class WordCharacters {
  private WordCharacters() {}

  /** Whether a character is a letter, a digit, or a mark on a letter. */
  public static boolean contains(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
  }

  /** Number of words of a text. */
  public static long count(String text) {
    long words = 0;
    boolean within = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      boolean word = contains(point) || (within && (point == '\'' || point == '\u2019'));
      words += word && !within ? 1 : 0;
      within = word;
    }
    return words;
  }
}
