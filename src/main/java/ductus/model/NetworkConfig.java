package ductus.model;

/**
 * The shape of a network that predicts the next token.
 *
 * @param vocabularySize V
 * @param featureTableSize rows for side features in the embedding table
 * @param featureCount F, side features a step
 * @param embeddingSize E
 * @param cell of the recurrent layers, in the words of {@link CellConfig}
 * @param layers recurrent layers, 1 to 3
 * @param hiddenSize H
 * @param dropout share of activations dropped behind each recurrent layer while training
 * @param skip whether the embedded input reaches the head beside the last layer's output; not in
 *     files and configurations of old, which is false
 */
public record NetworkConfig(
    int vocabularySize,
    int featureTableSize,
    int featureCount,
    int embeddingSize,
    String cell,
    int layers,
    int hiddenSize,
    double dropout,
    boolean skip) {
  /** The usual cell. */
  public static final String LSTM = "lstm";

  /**
   * So that a checkpoint with two moments a weight fits into a file that can be read again; how
   * many floats a weight has in it is known where the optimizer is.
   */
  private static final long MOST_WEIGHTS = 80_000_000;

  public NetworkConfig {
    require("vocabulary size", vocabularySize, 2, 1 << 20);
    require("feature table size", featureTableSize, 0, 1 << 20);
    require("side features a step", featureCount, 0, 128);
    cell = CellConfig.parse(cell).toString();
    StackConfig stack =
        new StackConfig(
            vocabularySize + featureTableSize,
            embeddingSize,
            cell,
            layers,
            hiddenSize,
            dropout,
            skip);
    long weights = weights(stack, vocabularySize);
    if (weights > MOST_WEIGHTS) {
      throw new IllegalArgumentException(
          "weights must be at most %,d but were %,d: choose smaller layers"
              .formatted(MOST_WEIGHTS, weights));
    }
  }

  /** A shape without the skip. */
  public NetworkConfig(
      int vocabularySize,
      int featureTableSize,
      int featureCount,
      int embeddingSize,
      String cell,
      int layers,
      int hiddenSize,
      double dropout) {
    this(
        vocabularySize,
        featureTableSize,
        featureCount,
        embeddingSize,
        cell,
        layers,
        hiddenSize,
        dropout,
        false);
  }

  /** The shape of a network, without the skip, that predicts the tokens of an encoding. */
  public static NetworkConfig of(
      Encoding<?> encoding,
      int embeddingSize,
      String cell,
      int layers,
      int hiddenSize,
      double dropout) {
    return new NetworkConfig(
        encoding.vocabularySize(),
        encoding.featureTableSize(),
        encoding.featureCount(),
        embeddingSize,
        cell,
        layers,
        hiddenSize,
        dropout);
  }

  /** The same with the skip, or without. */
  public NetworkConfig withSkip(boolean other) {
    return new NetworkConfig(
        vocabularySize,
        featureTableSize,
        featureCount,
        embeddingSize,
        cell,
        layers,
        hiddenSize,
        dropout,
        other);
  }

  /** The shape of what lies below the head. */
  public StackConfig stack() {
    return new StackConfig(
        vocabularySize + featureTableSize, embeddingSize, cell, layers, hiddenSize, dropout, skip);
  }

  /** The same for the tokens and side features of an encoding. */
  public NetworkConfig fitting(Encoding<?> encoding) {
    return of(encoding, embeddingSize, cell, layers, hiddenSize, dropout).withSkip(skip);
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return weights(stack(), vocabularySize);
  }

  private static long weights(StackConfig stack, int vocabularySize) {
    return stack.weights() + (stack.outputSize() + 1L) * vocabularySize;
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d but was %d".formatted(what, least, most, value));
    }
  }
}
