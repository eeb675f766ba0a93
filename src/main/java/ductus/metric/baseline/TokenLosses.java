package ductus.metric.baseline;

import ductus.model.Sequence;
import ductus.train.Loss;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well a model predicts some pieces, by the kind of their tokens.
 *
 * @param byKind every kind has an entry
 * @param notes of the pieces
 */
public record TokenLosses(Map<TokenKind, Loss> byKind, long notes) {
  public TokenLosses {
    byKind = Map.copyOf(byKind);
  }

  /**
   * Adds up the tokens 1 to T-1 of all pieces.
   *
   * @param nats [T] −log probability of each token, for each piece
   */
  public static TokenLosses of(List<Sequence> pieces, List<double[]> nats) {
    Map<TokenKind, Loss> byKind = new EnumMap<>(TokenKind.class);
    for (TokenKind kind : TokenKind.values()) {
      byKind.put(kind, new Loss(0, 0));
    }
    for (int i = 0; i < pieces.size(); i++) {
      Sequence piece = pieces.get(i);
      for (int t = 1; t < piece.length(); t++) {
        byKind.merge(TokenKind.of(piece.token(t)), new Loss(nats.get(i)[t], 1), TokenLosses::sum);
      }
    }
    Loss onsets = byKind.getOrDefault(TokenKind.ONSET, new Loss(0, 0));
    return new TokenLosses(byKind, onsets.tokens());
  }

  /** The tokens of one kind. */
  public Loss of(TokenKind kind) {
    return byKind.getOrDefault(kind, new Loss(0, 0));
  }

  /** All nats over all tokens. */
  public Loss total() {
    return Arrays.stream(TokenKind.values()).map(this::of).reduce(new Loss(0, 0), TokenLosses::sum);
  }

  /** All nats over all notes. */
  public double perNote() {
    return total().nats() / notes;
  }

  /** exp of the nats per token: among how many tokens, alike, the model as good as guesses. */
  public double perplexity() {
    return StrictMath.exp(total().perToken());
  }

  private static Loss sum(Loss a, Loss b) {
    return new Loss(a.nats() + b.nats(), a.tokens() + b.tokens());
  }
}
