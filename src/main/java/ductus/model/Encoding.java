package ductus.model;

/**
 * A two-way road between pieces and sequences of tokens.
 *
 * @param <T> the kind of piece
 */
public interface Encoding<T> {
  /** Short name by which a model file knows the encoding, such as {@code melody}. */
  String name();

  /** Version of the token stream; a model made with another version is refused. */
  int version();

  /** Number of tokens V. */
  int vocabularySize();

  /** What a token means, in a few readable characters, such as {@code on C4}. */
  String describe(int token);

  /** Size of the table that side features index. */
  int featureTableSize();

  /** Side features a step, F. */
  int featureCount();

  /**
   * The tokens of a piece, from the start token to the end token. Their side features, which take
   * most of the time, are left to {@link #encode}.
   *
   * @throws IllegalArgumentException if the piece does not fit the vocabulary; the message names
   *     what does not
   */
  int[] tokens(T piece);

  /**
   * Encodes a piece: its tokens with their side features.
   *
   * @throws IllegalArgumentException as {@link #tokens}
   */
  default Sequence encode(T piece) {
    return SequenceDraft.of(tokens(piece), this);
  }

  /** Decodes any token sequence, also an unfinished one: tokens that make no sense are skipped. */
  T decode(Sequence sequence);

  /** A cursor before the first token. */
  Cursor cursor();

  /**
   * Follows a sequence while it is drawn, token by token. It says what is known of the next token
   * before it is drawn, so that encoding and drawing compute the side features with one piece of
   * code.
   */
  interface Cursor {
    /**
     * Writes the side features of the next token.
     *
     * @param into [F], modified
     */
    void features(int[] into);

    /** Whether the encoding's grammar lets this token come next. */
    boolean allows(int token);

    /** Moves past a token, whether allowed or not. */
    void accept(int token);

    /** Whether the end token was accepted. */
    boolean ended();

    /** Beats that are over before the next token; 0 where the encoding does not count them. */
    default int beat() {
      return 0;
    }
  }
}
