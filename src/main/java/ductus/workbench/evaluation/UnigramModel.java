package ductus.workbench.evaluation;

/**
 * Each token by its own frequency: P(w) = (c(w) + 1) / (N + V), that is with one count more for
 * every token of the vocabulary (Laplace), so that none has probability 0.
 */
public final class UnigramModel implements Baseline {
  private final Vocabulary vocabulary;
  private final long[] counts;
  private long total;

  public UnigramModel(int vocabularySize) {
    vocabulary = new Vocabulary(vocabularySize);
    counts = new long[vocabularySize];
  }

  @Override
  public void add(int[] tokens) {
    vocabulary.check(tokens);
    for (int t = 1; t < tokens.length; t++) {
      counts[tokens[t]]++;
      total++;
    }
  }

  @Override
  public double probability(int[] tokens, int t) {
    vocabulary.checkDrawn(tokens, t);
    return (counts[tokens[t]] + 1.0) / (total + vocabulary.size());
  }
}
