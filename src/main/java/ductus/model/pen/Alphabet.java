package ductus.model.pen;

/**
 * The characters that a network knows, by number: 0 is the end of a text.
 *
 * @param characters one after another, each once
 */
public record Alphabet(String characters) {
  /** Behind the last character. */
  public static final int END = 0;

  public Alphabet {
    if (characters == null || characters.isEmpty()) {
      throw new IllegalArgumentException("an alphabet must have characters but was empty");
    }
    long different = characters.codePoints().distinct().count();
    if (different != characters.codePointCount(0, characters.length())) {
      throw new IllegalArgumentException(
          "characters of an alphabet must differ but were " + characters);
    }
  }

  /** Numbers that there are, the end included. */
  public int size() {
    return 1 + characters.codePointCount(0, characters.length());
  }

  /** Whether it has a character. */
  public boolean has(int character) {
    return characters.indexOf(character) >= 0;
  }

  /** The number of a character that it has. */
  int number(int character) {
    return 1 + characters.codePointCount(0, characters.indexOf(character));
  }

  /**
   * The numbers of some characters, and the end behind them.
   *
   * @param text code points
   * @throws IllegalArgumentException if it has not all of them
   */
  public int[] numbers(int[] text) {
    int[] numbers = new int[text.length + 1];
    for (int u = 0; u < text.length; u++) {
      if (!has(text[u])) {
        throw new IllegalArgumentException(
            "characters must be of the alphabet but character %d was %s"
                .formatted(u + 1, Character.toString(text[u])));
      }
      numbers[u] = number(text[u]);
    }
    numbers[text.length] = END;
    return numbers;
  }

  /** The characters of some numbers, as far as the end. */
  public String text(int[] numbers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.length && numbers[i] != END; i++) {
      text.appendCodePoint(
          characters.codePointAt(characters.offsetByCodePoints(0, numbers[i] - 1)));
    }
    return text.toString();
  }
}
