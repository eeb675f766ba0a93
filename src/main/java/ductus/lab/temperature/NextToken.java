package ductus.lab.temperature;

import java.util.Arrays;

/**
 * The distribution of the next token at a temperature τ: p ∝ exp(logit / τ).
 *
 * <p>Logits are [V], minus infinity for tokens that the grammar does not allow.
 */
final class NextToken {
  private NextToken() {}

  /** The probabilities [V] at a temperature above 0. */
  static double[] probabilities(double[] logits, double temperature) {
    double largest = Arrays.stream(logits).max().orElseThrow();
    double[] probabilities =
        Arrays.stream(logits)
            .map(logit -> StrictMath.exp((logit - largest) / temperature))
            .toArray();
    double sum = Arrays.stream(probabilities).sum();
    return Arrays.stream(probabilities).map(each -> each / sum).toArray();
  }

  /** −Σ p·log p in nats. */
  static double entropy(double[] probabilities) {
    return Arrays.stream(probabilities)
        .filter(each -> each > 0)
        .map(each -> -each * StrictMath.log(each))
        .sum();
  }
}
