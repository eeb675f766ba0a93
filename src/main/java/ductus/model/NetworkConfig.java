package ductus.model;

import ductus.model.cell.CellConfig;
import ductus.nn.Sizes;

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
   * The most weights of a network, so that a checkpoint with two moments a weight fits into a file
   * that can be read again; how many floats a weight really has in it is known where the optimizer
   * is.
   */
  private static final long MOST_WEIGHTS = 80_000_000;

  public NetworkConfig {
    Sizes.require("vocabulary size", vocabularySize, 2, 1 << 20);
    Sizes.require("feature table size", featureTableSize, 0, 1 << 20);
    Sizes.require("side features a step", featureCount, 0, 128);
    Sizes.require("embedding size", embeddingSize, 1, 8192);
    cell = CellConfig.parse(cell).toString();
    CoreConfig core = new CoreConfig(cell, layers, hiddenSize, dropout, skip);
    long weights = weights(core, vocabularySize, featureTableSize, embeddingSize);
    if (weights > MOST_WEIGHTS) {
      throw new IllegalArgumentException(
          "weights must be at most %,d but were %,d: choose smaller layers"
              .formatted(MOST_WEIGHTS, weights));
    }
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
        dropout,
        false);
  }

  /** This shape with the skip, or without. */
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

  /** This shape with another dropout, from 0 to below 1. */
  public NetworkConfig withDropout(double other) {
    return new NetworkConfig(
        vocabularySize,
        featureTableSize,
        featureCount,
        embeddingSize,
        cell,
        layers,
        hiddenSize,
        other,
        skip);
  }

  /** The shape of what lies between the embedding and the head. */
  public CoreConfig core() {
    return new CoreConfig(cell, layers, hiddenSize, dropout, skip);
  }

  /** Rows of the embedding table: tokens, then side features. */
  int tableRows() {
    return vocabularySize + featureTableSize;
  }

  /** This shape for the tokens and side features of an encoding. */
  public NetworkConfig fitting(Encoding<?> encoding) {
    return of(encoding, embeddingSize, cell, layers, hiddenSize, dropout).withSkip(skip);
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return weights(core(), vocabularySize, featureTableSize, embeddingSize);
  }

  private static long weights(CoreConfig core, int tokens, int features, int embeddingSize) {
    return ((long) tokens + features) * embeddingSize
        + core.weights(embeddingSize)
        + (core.outputSize(embeddingSize) + 1L) * tokens;
  }
}
