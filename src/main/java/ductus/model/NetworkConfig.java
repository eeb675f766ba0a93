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
 */
public record NetworkConfig(
    int vocabularySize,
    int featureTableSize,
    int featureCount,
    int embeddingSize,
    String cell,
    int layers,
    int hiddenSize,
    double dropout) {
  /** The usual cell. */
  public static final String LSTM = "lstm";

  private static final int LARGEST = 8192;

  /**
   * So that a checkpoint with two moments a weight fits into a file that can be read again; how
   * many floats a weight has in it is known where the optimizer is.
   */
  private static final long MOST_WEIGHTS = 80_000_000;

  public NetworkConfig {
    require("vocabulary size", vocabularySize, 2, 1 << 20);
    require("feature table size", featureTableSize, 0, 1 << 20);
    require("side features a step", featureCount, 0, 64);
    require("embedding size", embeddingSize, 1, LARGEST);
    require("layers", layers, 1, 3);
    require("hidden size", hiddenSize, 1, LARGEST);
    cell = CellConfig.parse(cell).toString();
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be 0 to below 1 but was " + dropout);
    }
    long weights =
        weights(vocabularySize, featureTableSize, embeddingSize, cell, layers, hiddenSize);
    if (weights > MOST_WEIGHTS) {
      throw new IllegalArgumentException(
          "weights must be at most %,d but were %,d: choose smaller layers"
              .formatted(MOST_WEIGHTS, weights));
    }
  }

  /** The shape of a network that predicts the tokens of an encoding. */
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

  /** Number of weights of a network of this shape. */
  public long weights() {
    return weights(vocabularySize, featureTableSize, embeddingSize, cell, layers, hiddenSize);
  }

  private static long weights(
      int vocabularySize,
      int featureTableSize,
      int embeddingSize,
      String cell,
      int layers,
      int hiddenSize) {
    CellConfig cells = CellConfig.parse(cell);
    long count = ((long) vocabularySize + featureTableSize) * embeddingSize;
    for (int i = 0; i < layers; i++) {
      long inputSize = i == 0 ? embeddingSize : hiddenSize;
      count += cells.weights(inputSize, hiddenSize);
    }
    return count + (hiddenSize + 1L) * vocabularySize;
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d but was %d".formatted(what, least, most, value));
    }
  }
}
