package ductus.metric.baseline;

import ductus.model.Sequence;

/**
 * Counts of the tokens behind the last few, backing off to shorter contexts: interpolated
 * Witten–Bell smoothing, the mixing of orders that prediction by partial matching (method C, Moffat
 * 1990) has as well.
 *
 * <pre>
 * P(w | h) = (c(h w) + t(h) · P(w | h')) / (c(h) + t(h))
 * </pre>
 *
 * where t(h) is the number of different tokens that followed h, and h' is h without its first
 * token; below the empty context stands 1/V. Contexts do not cross pieces. A context is known by 63
 * bits of a hash.
 */
public final class BackOffGrams implements TokenBaseline {
  // Columns of the table of contexts.
  private static final int TOTAL = 0;
  private static final int KINDS = 1;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final Vocabulary vocabulary;
  private final int order;
  private final CountTable grams = new CountTable(1);
  private final CountTable contexts = new CountTable(2);

  /**
   * A model that has counted nothing yet.
   *
   * @param order tokens that it looks back, 0 or more
   */
  public BackOffGrams(int vocabularySize, int order) {
    vocabulary = new Vocabulary(vocabularySize);
    this.order = order;
  }

  @Override
  public void add(Sequence piece) {
    vocabulary.check(piece);
    for (int t = 1; t < piece.length(); t++) {
      long context = 1;
      for (int length = 0; length <= Math.min(order, t); length++) {
        context = length == 0 ? context : longer(context, piece.token(t - length));
        int slot = contexts.insert(context);
        contexts.increment(slot, TOTAL);
        long gram = longer(context, vocabulary.size() + piece.token(t));
        if (grams.increment(grams.insert(gram), 0) == 1) {
          contexts.increment(slot, KINDS);
        }
      }
    }
  }

  @Override
  public double probability(Sequence piece, int t) {
    vocabulary.checkDrawn(piece, t);
    double probability = 1.0 / vocabulary.size();
    long context = 1;
    for (int length = 0; length <= Math.min(order, t); length++) {
      context = length == 0 ? context : longer(context, piece.token(t - length));
      int slot = contexts.find(context);
      if (slot < 0) {
        return probability;
      }
      int gram = grams.find(longer(context, vocabulary.size() + piece.token(t)));
      int count = gram < 0 ? 0 : grams.count(gram, 0);
      double kinds = contexts.count(slot, KINDS);
      probability = (count + kinds * probability) / (contexts.count(slot, TOTAL) + kinds);
    }
    return probability;
  }

  /** A context with one more token in front, or with the token behind it. */
  private static long longer(long context, long token) {
    long mixed = (context ^ (token + 1) * MULTIPLIER) * 0xBF58476D1CE4E5B9L;
    return (mixed ^ (mixed >>> 31)) & Long.MAX_VALUE;
  }
}
