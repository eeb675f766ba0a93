package ductus.model;

import java.util.Arrays;

/** A sequence while it is encoded: a cursor of its encoding gives the side features. */
public final class SequenceDraft {
  private final Encoding.Cursor cursor;
  private final int featureCount;
  private final int[] row;
  private int[] tokens = new int[256];
  private int[] features;
  private int length;

  /** An empty sequence. */
  public SequenceDraft(Encoding<?> encoding) {
    cursor = encoding.cursor();
    featureCount = encoding.featureCount();
    row = new int[featureCount];
    features = new int[tokens.length * featureCount];
  }

  /**
   * Appends a token.
   *
   * @throws IllegalStateException if the grammar does not allow it
   */
  public void add(int token) {
    if (!cursor.allows(token)) {
      throw new IllegalStateException(
          "the grammar must allow what is encoded but not, at " + length + ", " + token);
    }
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
      features = Arrays.copyOf(features, tokens.length * featureCount);
    }
    cursor.features(row);
    System.arraycopy(row, 0, features, length * featureCount, featureCount);
    tokens[length++] = token;
    cursor.accept(token);
  }

  /**
   * A sequence of tokens that are all there.
   *
   * @throws IllegalStateException if the grammar does not allow them
   */
  public static Sequence of(int[] tokens, Encoding<?> encoding) {
    SequenceDraft draft = new SequenceDraft(encoding);
    for (int token : tokens) {
      draft.add(token);
    }
    return draft.sequence();
  }

  /** The sequence of all tokens that were appended. */
  public Sequence sequence() {
    return new Sequence(
        Arrays.copyOf(tokens, length),
        Arrays.copyOf(features, length * featureCount),
        featureCount);
  }
}
