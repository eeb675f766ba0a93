package ductus.lab.teaching;

import java.util.List;

/**
 * What the examination of teaching is asked to do.
 *
 * @param corpus folder of melodies, of the project or any other
 * @param pieces to learn from
 * @param heldOut pieces to measure by
 * @param network that learns them
 * @param practice how it learns
 * @param ways side by side
 */
public record TeachingSettings(
    String corpus,
    int pieces,
    int heldOut,
    Shape network,
    TrainingBudget practice,
    List<TeachingChoice> ways) {
  /** The shape of the network, of one layer, as in {@link ductus.model.NetworkConfig}. */
  public record Shape(String cell, int hiddenSize, int embeddingSize) {}

  /**
   * What all ways have in common.
   *
   * @param batchSize melodies side by side
   * @param learningRate the highest
   */
  public record TrainingBudget(int batchSize, double learningRate) {}

  public TeachingSettings {
    if (pieces < 1 || heldOut < 1) {
      throw new IllegalArgumentException(
          "pieces and heldOut must be 1 or more but were %d and %d".formatted(pieces, heldOut));
    }
    ways = List.copyOf(ways);
  }
}
