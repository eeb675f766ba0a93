package ductus.model;

/**
 * A two-way road between pieces and sequences of tokens.
 *
 * @param <T> the kind of piece
 */
public interface Encoding<T> {
  /**
   * The name, the version and the sizes of an encoding.
   *
   * @param name short, by which a model file knows the encoding, such as {@code melody}
   * @param version of the token stream; a model made with another version is refused
   * @param vocabularySize number of tokens V
   * @param featureTableSize size of the table that side features index
   * @param featureCount side features a step, F
   */
  record EncodingShape(
      String name, int version, int vocabularySize, int featureTableSize, int featureCount) {}

  /** A cursor that can look ahead, as merged tokens need it. */
  interface TrialCursor extends Cursor {
    /** Whether the grammar lets these tokens come next, one after the other. */
    boolean allowsAll(int[] tokens);
  }

  /** The name, the version and the sizes of this encoding. */
  EncodingShape shape();

  /** The name of this encoding in model files. */
  default String name() {
    return shape().name();
  }

  /** The version of this encoding's token stream. */
  default int version() {
    return shape().version();
  }

  /** The number of tokens V. */
  default int vocabularySize() {
    return shape().vocabularySize();
  }

  /** The size of the table that side features index. */
  default int featureTableSize() {
    return shape().featureTableSize();
  }

  /** The number of side features a step, F. */
  default int featureCount() {
    return shape().featureCount();
  }

  /** The meaning of a token in a few readable characters, such as {@code on C4}. */
  String describe(int token);

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
