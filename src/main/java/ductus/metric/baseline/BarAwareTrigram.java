package ductus.metric.baseline;

import ductus.model.Sequence;

/**
 * A Kneser–Ney trigram that also knows where in which bar the next token stands: the fairer rival
 * of a network that gets the place in the bar as an input.
 *
 * <p>One more order stands on top of the trigrams of {@link KneserNey}, with a context of metre,
 * position in the bar and the two tokens before. It backs off to the plain trigram, with discounts
 * of its own:
 *
 * <pre>
 * P(w | place u v) = max(c(place u v w) - D(c(place u v w)), 0) / c(place u v) + γ · P(w | u v)
 * </pre>
 */
public final class BarAwareTrigram implements TokenBaseline {
  private final KneserNey trigram;
  private final ContextCounts placed;
  private final int vocabularySize;
  private final int tableSize;
  private final int position;
  private final int metre;

  /**
   * A model that has counted nothing.
   *
   * @param tableSize number of values of all side features
   * @param position index of the side feature that says the position in the bar
   * @param metre index of the one that says the metre
   */
  public BarAwareTrigram(int vocabularySize, int tableSize, int position, int metre) {
    trigram = new KneserNey(vocabularySize, 3);
    placed = new ContextCounts();
    this.vocabularySize = vocabularySize;
    this.tableSize = tableSize;
    this.position = position;
    this.metre = metre;
  }

  @Override
  public void add(Sequence piece) {
    trigram.add(piece);
    for (int t = 1; t < piece.length(); t++) {
      placed.add(context(piece, t), piece.token(t));
    }
  }

  @Override
  public double probability(Sequence piece, int t) {
    double lower = trigram.probability(piece, t);
    return placed.probability(context(piece, t), piece.token(t), lower);
  }

  /** Metre, position and the two tokens before as one number; absent ones are one below 0. */
  private long context(Sequence piece, int t) {
    long place = (piece.feature(t, metre) + 1L) * (tableSize + 1) + piece.feature(t, position) + 1;
    int first = t >= 2 ? piece.token(t - 2) : vocabularySize;
    return (place * (vocabularySize + 1) + first) * vocabularySize + piece.token(t - 1);
  }
}
