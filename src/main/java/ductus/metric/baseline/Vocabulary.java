package ductus.metric.baseline;

import ductus.model.Sequence;

/** The tokens 0 to V-1 that a baseline knows. */
record Vocabulary(int size) {
  /** Three tokens and their separators must fit into one long. */
  private static final int LARGEST = 2_000_000;

  Vocabulary {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException(
          "vocabulary size must be 1 to " + LARGEST + " but was " + size);
    }
  }

  /** Complains of the first token of a piece that is not in the vocabulary. */
  void check(Sequence piece) {
    check(piece, 0, piece.length());
  }

  /** Complains of a place at which nothing is drawn, and of foreign tokens up to two before it. */
  void checkDrawn(Sequence piece, int t) {
    if (t < 1 || t >= piece.length()) {
      throw new IllegalArgumentException(
          "place must be 1 to " + (piece.length() - 1) + " but was " + t);
    }
    check(piece, Math.max(0, t - 2), t + 1);
  }

  private void check(Sequence piece, int from, int to) {
    for (int t = from; t < to; t++) {
      if (piece.token(t) < 0 || piece.token(t) >= size) {
        throw new IllegalArgumentException(
            "token " + t + " must be 0 to " + (size - 1) + " but was " + piece.token(t));
      }
    }
  }
}
