package ductus.text;

import java.util.List;
import java.util.stream.IntStream;

/** Text as one token a character (Unicode code point), after Karpathy's char-rnn (2015). */
public final class CharacterEncoding extends TextEncoding {
  /** Name of this encoding in model files. */
  public static final String NAME = "characters";

  /**
   * Times that a character must occur to be learned; rarer ones are learned as unknown, so that the
   * network knows what that is like.
   */
  static final int LEAST_COUNT = 3;

  private static final int LOW = 0x3000;

  /** Tokens of the first code points, which most text is made of. */
  private final int[] low;

  /**
   * Creates an encoding with a vocabulary of characters.
   *
   * @param vocabulary characters
   */
  public CharacterEncoding(List<String> vocabulary) {
    super(NAME, vocabulary);
    low = IntStream.range(0, LOW).map(point -> token(Character.toString(point))).toArray();
  }

  /**
   * Learns an encoding of the characters that passages have {@value #LEAST_COUNT} times or more,
   * sorted.
   *
   * @param passages gone through once
   */
  public static CharacterEncoding learn(Iterable<String> passages) {
    CharacterCounts counts = new CharacterCounts();
    passages.forEach(counts::add);
    return new CharacterEncoding(counts.frequent(LEAST_COUNT));
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
  public int[] tokens(String passage) {
    int[] all = new int[length(passage)];
    all[0] = START;
    int at = 0;
    for (int t = 1; t < all.length; t++) {
      int point = passage.codePointAt(at);
      all[t] = point < low.length ? low[point] : token(Character.toString(point));
      at += Character.charCount(point);
    }
    return all;
  }
}
