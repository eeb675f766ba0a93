package ductus.metric.baseline;

import ductus.model.Sequence;
import java.util.Arrays;

/** Sequences without side features, for the counting models. */
final class Pieces {
  private Pieces() {}

  static Sequence piece(int... tokens) {
    return new Sequence(tokens, new int[0], 0);
  }

  /** Nats of all tokens of a piece. */
  static double nats(TokenBaseline model, Sequence piece) {
    return Arrays.stream(model.nats(piece)).sum();
  }
}
