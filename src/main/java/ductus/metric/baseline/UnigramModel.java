package ductus.metric.baseline;

import ductus.model.Sequence;
import ductus.model.Sequences;
import java.util.Arrays;

/**
 * Each token by its own frequency: P(w) = (c(w) + 1) / (N + V), that is with one count more for
 * every token of the vocabulary (Laplace), so that none has probability 0.
 */
public final class UnigramModel implements TokenBaseline {
  private final Vocabulary vocabulary;
  private final long[] counts;
  private long total;

  public UnigramModel(int vocabularySize) {
    vocabulary = new Vocabulary(vocabularySize);
    counts = new long[vocabularySize];
  }

  /**
   * What counting the tokens of some sequences says of others, in nats a token.
   *
   * @param measured sequences with one token to predict at least
   * @param each run behind each of both
   */
  public static double nats(
      int vocabularySize, Sequences counted, Sequences measured, Runnable each) {
    UnigramModel model = new UnigramModel(vocabularySize);
    counted.stream()
        .forEach(
            piece -> {
              model.add(piece);
              each.run();
            });
    double sum =
        measured.stream()
            .mapToDouble(
                piece -> {
                  each.run();
                  return Arrays.stream(model.nats(piece)).sum();
                })
            .sum();
    return sum / measured.targets();
  }

  @Override
  public void add(Sequence piece) {
    vocabulary.check(piece);
    for (int t = 1; t < piece.length(); t++) {
      counts[piece.token(t)]++;
      total++;
    }
  }

  @Override
  public double probability(Sequence piece, int t) {
    vocabulary.checkDrawn(piece, t);
    return (counts[piece.token(t)] + 1.0) / (total + vocabulary.size());
  }
}
