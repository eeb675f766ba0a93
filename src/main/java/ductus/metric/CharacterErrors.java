package ductus.metric;

import ductus.format.EditDistance;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a text was read wrong.
 *
 * @param errors characters, or words, that were put in, left out or taken for others; see {@link
 *     EditDistance}
 * @param characters of the text as it was written, or words
 */
public record CharacterErrors(long errors, long characters) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No errors in no characters, to add to. */
  public static final CharacterErrors NONE = new CharacterErrors(0, 0);

  /** Errors a character from which on next to nothing of a text was found. */
  private static final double NOTHING = 0.6;

  /** Compares what was read with what was written, code point by code point. */
  public static CharacterErrors of(String written, String read) {
    return new CharacterErrors(
        EditDistance.of(written, read), written.codePointCount(0, written.length()));
  }

  /** Compares word by word. */
  public static CharacterErrors ofWords(String written, String read) {
    List<String> words = words(written);
    return new CharacterErrors(EditDistance.of(words, words(read)), words.size());
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** The errors of both together. */
  public CharacterErrors plus(CharacterErrors other) {
    return new CharacterErrors(errors + other.errors, characters + other.characters);
  }

  /** Whether next to nothing of the text was found: then it is mostly not what the ink says. */
  public boolean findsNothing() {
    return errors > NOTHING * characters;
  }

  /** Errors a character; NaN where there is none. */
  public double rate() {
    return characters == 0 ? Double.NaN : (double) errors / characters;
  }
}
