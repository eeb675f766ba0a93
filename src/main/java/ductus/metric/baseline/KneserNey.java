package ductus.metric.baseline;

import ductus.model.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Interpolated Kneser–Ney smoothing of n-grams with modified discounts (Chen and Goodman 1999, "An
 * empirical study of smoothing techniques for language modeling", section 3).
 *
 * <p>For a context h of some tokens with shorter context h' (h without its first token),
 *
 * <pre>
 * P(w | h) = max(c(h w) - D(c(h w)), 0) / c(h) + γ(h) · P(w | h')
 * γ(h)     = (D1 · N1(h ·) + D2 · N2(h ·) + D3+ · N3+(h ·)) / c(h)
 * </pre>
 *
 * where c(h) sums c(h w) over w and Ni(h ·) counts the tokens w with c(h w) = i. In the highest
 * order c counts n-grams; below, it counts the different tokens that came before: c(v w) = N1+(· v
 * w) and c(w) = N1+(· w) (Kneser and Ney 1995). Below the unigrams stands 1/V. A context that was
 * never met takes the probability of the shorter one. See {@link Discounts} for D.
 *
 * <p>The start of a piece is a mark of its own in front of token 0. Nothing stands before it, so
 * that a context that begins with it counts n-grams in every order (as Heafield's KenLM does,
 * 2013). Contexts do not cross pieces. They are known by 63 bits of a hash.
 *
 * <p>All counts are kept up to date while pieces are added. Memory, free space of the hash tables
 * included: 18 to 36 bytes for every different gram of every length, and 36 to 72 for every
 * different context.
 */
public final class KneserNey implements TokenBaseline {
  /** Of so many pieces one is left out to choose the order by. */
  private static final int LEFT_OUT = 10;

  private static final int MOST_ORDER = 16;

  private final Vocabulary vocabulary;
  // Contexts of n tokens stand at n.
  private final ContextCounts[] orders;

  /**
   * A model that has counted nothing yet.
   *
   * @param order n of the longest n-grams, from 1 (tokens by their own frequency)
   */
  public KneserNey(int vocabularySize, int order) {
    if (order < 1 || order > MOST_ORDER) {
      throw new IllegalArgumentException("order must be 1 to " + MOST_ORDER + " but was " + order);
    }
    vocabulary = new Vocabulary(vocabularySize);
    orders = new ContextCounts[order];
    for (int n = 0; n < order; n++) {
      orders[n] = new ContextCounts();
    }
  }

  /**
   * A model of some pieces, of the order that predicts every tenth of them best where the others
   * are counted: from the longest downwards, as long as shorter ones predict better. Where there is
   * but one piece, the longest is taken.
   *
   * @param longest n of the longest n-grams that may be chosen
   */
  public static KneserNey of(int vocabularySize, int longest, List<Sequence> pieces) {
    int order = pieces.size() < 2 ? longest : bestOrder(vocabularySize, longest, pieces);
    return counted(vocabularySize, order, pieces);
  }

  private static int bestOrder(int vocabularySize, int longest, List<Sequence> pieces) {
    List<Sequence> counted = part(pieces, false);
    List<Sequence> leftOut = part(pieces, true);
    int best = longest;
    double least = Double.POSITIVE_INFINITY;
    for (int order = longest; order >= 1; order--) {
      KneserNey model = counted(vocabularySize, order, counted);
      double nats = leftOut.stream().map(model::nats).flatMapToDouble(Arrays::stream).sum();
      if (nats >= least) {
        return best;
      }
      least = nats;
      best = order;
    }
    return best;
  }

  private static List<Sequence> part(List<Sequence> pieces, boolean leftOut) {
    return IntStream.range(0, pieces.size())
        .filter(i -> (i % LEFT_OUT == 0) == leftOut)
        .mapToObj(pieces::get)
        .toList();
  }

  private static KneserNey counted(int vocabularySize, int order, List<Sequence> pieces) {
    KneserNey model = new KneserNey(vocabularySize, order);
    pieces.forEach(model::add);
    return model;
  }

  /** n of the longest n-grams. */
  public int order() {
    return orders.length;
  }

  @Override
  public void add(Sequence piece) {
    vocabulary.check(piece);
    long[] contexts = new long[orders.length];
    for (int t = 1; t < piece.length(); t++) {
      int n = contexts(piece, t, contexts);
      // A gram counts in the next lower order once for every different token in front of it.
      while (n >= 0 && orders[n].add(contexts[n], piece.token(t))) {
        n--;
      }
    }
  }

  @Override
  public double probability(Sequence piece, int t) {
    vocabulary.checkDrawn(piece, t);
    long[] contexts = new long[orders.length];
    int longest = contexts(piece, t, contexts);
    double probability = 1.0 / vocabulary.size();
    for (int n = 0; n <= longest; n++) {
      probability = orders[n].probability(contexts[n], piece.token(t), probability);
    }
    return probability;
  }

  /**
   * Finds the contexts of a token.
   *
   * @param into [order], that of n tokens at n
   * @return n of the longest; beyond the mark of the start there is none
   */
  private int contexts(Sequence piece, int t, long[] into) {
    int longest = Math.min(orders.length - 1, t + 1);
    long context = 0;
    into[0] = context;
    for (int n = 1; n <= longest; n++) {
      int before = n <= t ? piece.token(t - n) : vocabulary.size();
      context = ContextCounts.longer(context, before);
      into[n] = context;
    }
    return longest;
  }
}
