package ductus.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Text as one token a character (Unicode code point), after Karpathy's char-rnn (2015). */
public final class CharacterEncoding extends TextEncoding {
  /** Name of this encoding in model files. */
  public static final String NAME = "characters";

  /**
   * Times that a character must occur to be learned; rarer ones are learned as unknown, so that the
   * network knows what that is like.
   */
  static final int LEAST_COUNT = 3;

  /**
   * Creates an encoding with a vocabulary of characters.
   *
   * @param vocabulary characters
   */
  public CharacterEncoding(List<String> vocabulary) {
    super(NAME, vocabulary);
  }

  /**
   * Learns an encoding of the characters that passages have {@value #LEAST_COUNT} times or more,
   * sorted.
   */
  public static CharacterEncoding learn(List<String> passages) {
    return new CharacterEncoding(characters(passages));
  }

  /** The characters that are common enough, in the order of their code points. */
  static List<String> characters(List<String> passages) {
    Map<Integer, Integer> counts = new HashMap<>();
    passages.forEach(
        passage -> passage.codePoints().forEach(point -> counts.merge(point, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_COUNT)
        .map(Map.Entry::getKey)
        .sorted()
        .map(Character::toString)
        .toList();
  }

  @Override
  void append(StringBuilder text, String entry) {
    text.append(entry);
  }

  @Override
  public int length(String passage) {
    return 1 + passage.codePointCount(0, passage.length());
  }

  @Override
  void tokenize(String text, List<Integer> into) {
    text.codePoints().forEach(point -> into.add(token(Character.toString(point))));
  }
}
