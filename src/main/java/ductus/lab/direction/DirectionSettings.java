package ductus.lab.direction;

import ductus.model.CoreConfig;
import java.util.List;

/**
 * What the examination of directions is asked to do.
 *
 * @param corpus file of tagged sentences to learn from, of the project or any other
 * @param blind file of others to measure by
 * @param embeddingSize of words
 * @param practice how all networks learn
 * @param networks side by side
 */
public record DirectionSettings(
    String corpus,
    String blind,
    int embeddingSize,
    TrainingBudget practice,
    List<ComparedCore> networks) {
  /**
   * How all networks learn: with Adam, the rate falling along half a cosine, gradients clipped to a
   * norm of 1.
   *
   * @param batchSize sentences an update
   * @param validation share of the sentences that is held out while they learn
   */
  public record TrainingBudget(
      int batchSize, int epochs, double learningRate, double dropout, double validation) {}

  /**
   * The layers of a network.
   *
   * @param cell as in {@link CoreConfig}; ending in {@link CoreConfig#BIDIRECTIONAL} for both ways
   * @param hiddenSize of each direction
   */
  public record ComparedCore(String cell, int hiddenSize) {}

  public DirectionSettings {
    networks = List.copyOf(networks);
  }

  /** The layers of a network, with the dropout of all. */
  CoreConfig core(ComparedCore network) {
    return new CoreConfig(network.cell(), 1, network.hiddenSize(), practice.dropout(), false);
  }
}
