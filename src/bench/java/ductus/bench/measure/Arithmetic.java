package ductus.bench.measure;

import ductus.bench.contender.Setting;

/**
 * The arithmetic of a language model as its formulas state it, by the products of its layers and
 * its head; an embedding is looked up.
 *
 * @param weights entries of the matrices that a step is multiplied with
 */
public record Arithmetic(long weights) {
  /** Forward once, backward twice: by the inputs and by the weights; a multiply-add is two. */
  private static final int OPERATIONS_OF_TRAINING = 6;

  /** The arithmetic of a network. */
  public static Arithmetic of(Setting setting, String cell) {
    int gates =
        switch (cell) {
          case "lstm" -> 4;
          case "gru" -> 3;
          default -> 1;
        };
    long weights = (long) setting.hidden() * setting.vocabulary();
    for (int layer = 0; layer < setting.layers(); layer++) {
      long input = layer == 0 ? setting.embedding() : setting.hidden();
      weights += (long) gates * setting.hidden() * (input + setting.hidden());
    }
    return new Arithmetic(weights);
  }

  /** Billions of operations a second when so many tokens a second are trained on. */
  public double gigaflops(double tokensPerSecond) {
    return OPERATIONS_OF_TRAINING * weights * tokensPerSecond / 1e9;
  }

  /** Gigabytes a second when a token takes so long and reads all weights. */
  public double gigabytesPerSecond(double microsPerToken) {
    return weights * Float.BYTES / microsPerToken / 1e3;
  }
}
