package ductus.workbench.evaluation;

/** A counting model of token sequences that a network is measured against. */
public interface Baseline {
  /**
   * Counts the tokens of one more piece. May go on after probabilities were asked for.
   *
   * @param tokens [T], each 0 to V-1; the first is given and not counted as drawn
   */
  void add(int[] tokens);

  /**
   * Probability of the token at {@code t}, given those of the same piece before it: above 0, and
   * summing to one over the vocabulary.
   *
   * @param tokens [T], not modified; what follows {@code t} does not matter
   * @param t 1 to T-1
   */
  double probability(int[] tokens, int t);

  /**
   * Negative log-likelihood of a piece in nats, summed over tokens 1 to T-1.
   *
   * @param tokens [T], not modified
   */
  default double nats(int[] tokens) {
    double sum = 0;
    for (int t = 1; t < tokens.length; t++) {
      sum -= Math.log(probability(tokens, t));
    }
    return sum;
  }
}
