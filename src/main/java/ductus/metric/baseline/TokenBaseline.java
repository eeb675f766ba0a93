package ductus.metric.baseline;

import ductus.model.Sequence;
import java.util.List;

/** A counting model of token sequences that a network is measured against. */
public interface TokenBaseline {
  /**
   * Counts the tokens of one more piece. May go on after probabilities were asked for.
   *
   * @param piece [T] tokens, each 0 to V-1; the first is given and not counted as drawn
   */
  void add(Sequence piece);

  /**
   * Probability of the token at {@code t}, given those of the same piece before it: above 0, and
   * summing to one over the vocabulary.
   *
   * @param piece [T] tokens; what follows {@code t} does not matter
   * @param t 1 to T-1
   */
  double probability(Sequence piece, int t);

  /**
   * Negative log-likelihood of each token of a piece in nats.
   *
   * @param piece [T] tokens
   * @return [T], the first being 0
   */
  default double[] nats(Sequence piece) {
    double[] nats = new double[piece.length()];
    for (int t = 1; t < nats.length; t++) {
      nats[t] = -StrictMath.log(probability(piece, t));
    }
    return nats;
  }

  /** Measures the model on some pieces. */
  default TokenLosses losses(List<Sequence> pieces) {
    return TokenLosses.of(pieces, pieces.stream().map(this::nats).toList());
  }
}
