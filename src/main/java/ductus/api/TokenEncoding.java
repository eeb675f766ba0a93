package ductus.api;

import ductus.model.Encoding;
import ductus.model.Sequence;
import java.util.Arrays;

/** Tokens as they are, between a start token and an end token. */
final class TokenEncoding implements Encoding<int[]> {
  /** Name of this encoding in model files. */
  static final String NAME = "tokens";

  private static final int VERSION = 1;
  private static final int MOST = 1 << 16;

  /** Tokens that are the user's, V; the start is V, the end V + 1. */
  private final int vocabulary;

  /** Tokens of a vocabulary of a size. */
  TokenEncoding(int vocabulary) {
    if (vocabulary < 1 || vocabulary > MOST) {
      throw new IllegalArgumentException(
          "vocabulary must be 1 to %d tokens but was %d".formatted(MOST, vocabulary));
    }
    this.vocabulary = vocabulary;
  }

  /** The encoding of a network that was trained with one. */
  static TokenEncoding ofNetwork(int vocabularySize) {
    return new TokenEncoding(vocabularySize - 2);
  }

  int vocabulary() {
    return vocabulary;
  }

  int start() {
    return vocabulary;
  }

  private int end() {
    return vocabulary + 1;
  }

  /** Checks that all tokens are the user's. */
  void requireKnown(int[] tokens) {
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] < 0 || tokens[i] >= vocabulary) {
        throw new IllegalArgumentException(
            "token %d must be 0 to %d but was %d".formatted(i, vocabulary - 1, tokens[i]));
      }
    }
  }

  @Override
  public EncodingShape shape() {
    return new EncodingShape(NAME, VERSION, vocabulary + 2, 0, 0);
  }

  @Override
  public String describe(int token) {
    return token == start() ? "start" : token == end() ? "end" : Integer.toString(token);
  }

  @Override
  public int[] tokens(int[] piece) {
    requireKnown(piece);
    int[] tokens = new int[piece.length + 2];
    tokens[0] = start();
    System.arraycopy(piece, 0, tokens, 1, piece.length);
    tokens[piece.length + 1] = end();
    return tokens;
  }

  @Override
  public int[] decode(Sequence sequence) {
    return Arrays.stream(sequence.tokens()).filter(token -> token < vocabulary).toArray();
  }

  @Override
  public Cursor cursor() {
    return new TokenCursor();
  }

  /** The start comes first, and the end last. */
  private final class TokenCursor implements Cursor {
    private boolean started;
    private boolean ended;

    @Override
    public void features(int[] into) {}

    @Override
    public boolean allows(int token) {
      return started ? !ended && token != start() : token == start();
    }

    @Override
    public void accept(int token) {
      started = true;
      ended |= token == end();
    }

    @Override
    public boolean ended() {
      return ended;
    }
  }
}
