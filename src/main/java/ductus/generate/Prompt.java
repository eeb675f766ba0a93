package ductus.generate;

import ductus.model.Encoding;
import java.util.Arrays;

/** The tokens that are given of a sequence before it is drawn, some of which may be open. */
public final class Prompt {
  /** A token that is left to the model. */
  public static final int OPEN = -1;

  private final int[] tokens;

  /**
   * Creates a prompt; copies the tokens.
   *
   * @param tokens from the start token on; {@link #OPEN} where the model draws
   */
  public Prompt(int... tokens) {
    if (tokens.length == 0 || tokens[0] < 0) {
      throw new IllegalArgumentException("a prompt must begin with the start token");
    }
    for (int token : tokens) {
      if (token < OPEN) {
        throw new IllegalArgumentException("a token must be 0 or more, or open, but was " + token);
      }
    }
    this.tokens = tokens.clone();
  }

  /**
   * Returns a prompt that leaves all to the model but the one token that an encoding's grammar
   * wants first.
   */
  public static Prompt start(Encoding<?> encoding) {
    Encoding.Cursor cursor = encoding.cursor();
    int start = 0;
    while (start < encoding.vocabularySize() && !cursor.allows(start)) {
      start++;
    }
    return new Prompt(start);
  }

  /** Number of tokens, open ones included. */
  public int length() {
    return tokens.length;
  }

  /** The token at a place, or {@link #OPEN}; open behind the prompt's end. */
  public int token(int t) {
    return t < tokens.length ? tokens[t] : OPEN;
  }

  @Override
  public String toString() {
    return "Prompt" + Arrays.toString(tokens);
  }
}
