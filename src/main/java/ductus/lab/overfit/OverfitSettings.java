package ductus.lab.overfit;

import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * What the examination of overfitting is asked to do.
 *
 * @param corpus folder of melodies, of the project or any other
 * @param pieces to learn from
 * @param heldOut pieces to measure by
 * @param network that learns them
 * @param practice how it learns
 * @param cures side by side
 */
public record OverfitSettings(
    String corpus,
    int pieces,
    int heldOut,
    Shape network,
    TrainingBudget practice,
    List<RegularizationChoice> cures) {
  /** The shape of the network, as in {@link NetworkConfig}. */
  public record Shape(String cell, int layers, int hiddenSize, int embeddingSize) {
    /** Such a network for the tokens of an encoding. */
    NetworkConfig config(Encoding<?> encoding, double dropout) {
      return NetworkConfig.of(encoding, embeddingSize, cell, layers, hiddenSize, dropout);
    }
  }

  /**
   * How all of them learn: with Adam at a constant rate, gradients clipped to a norm of 1.
   *
   * @param batchSize melodies an update
   * @param epochs of twelve passes over the melodies, or one over those in all twelve keys
   * @param learningRate of all updates
   */
  public record TrainingBudget(int batchSize, int epochs, double learningRate) {}

  public OverfitSettings {
    if (pieces < 1 || heldOut < 1) {
      throw new IllegalArgumentException(
          "pieces and heldOut must be 1 or more but were %d and %d".formatted(pieces, heldOut));
    }
    cures = List.copyOf(cures);
  }

  /** How a network learns with a cure. */
  TrainingPlan plan(RegularizationChoice cure, long seed) {
    return new TrainingPlan(
        practice.epochs(),
        cure.patience() == 0 ? practice.epochs() : cure.patience(),
        seed,
        new Batching(practice.batchSize(), 0),
        new LearningRate(practice.learningRate(), 0, LearningRate.Shape.CONSTANT),
        OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
        Clipping.byNorm(1),
        cure.regularization());
  }
}
