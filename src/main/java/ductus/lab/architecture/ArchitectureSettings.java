package ductus.lab.architecture;

import ductus.lab.material.MelodyCorpus;
import ductus.lab.task.LongLagTask;
import ductus.lab.task.TaskTrainingPlan;
import ductus.model.CoreConfig;
import ductus.model.NetworkConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * What the examination of architectures is asked to do.
 *
 * @param melodies that all learn to continue
 * @param lags tasks of memory that all learn
 */
public record ArchitectureSettings(Melodies melodies, List<Lag> lags) {
  /** How far the networks of a subject may be from the first one's number of weights. */
  private static final double TOLERANCE = 0.05;

  /**
   * Layers of a network that takes part, as in {@link CoreConfig}.
   *
   * @param cell in words
   */
  public record ComparedLayers(String cell, int layers, int hiddenSize) {
    /** These layers, without dropout. */
    CoreConfig core() {
      return new CoreConfig(cell, layers, hiddenSize);
    }
  }

  /**
   * Melodies, each in the key of its mode that has no sharps and flats; learned with Adam, the rate
   * falling along half a cosine, gradients clipped to a norm of 1.
   *
   * @param corpus folder of the project or any other
   * @param pieces to learn from
   * @param heldOut pieces to measure by
   * @param batchSize melodies an update
   */
  public record Melodies(
      String corpus,
      List<ComparedLayers> networks,
      int pieces,
      int heldOut,
      int embeddingSize,
      int batchSize,
      int epochs,
      double learningRate) {
    public Melodies {
      networks = List.copyOf(networks);
    }

    /** A network for the tokens of melodies. */
    NetworkConfig config(ComparedLayers layers) {
      return NetworkConfig.of(
          MelodyCorpus.KIND.encoding(),
          embeddingSize,
          layers.cell(),
          layers.layers(),
          layers.hiddenSize(),
          0);
    }

    /** How networks learn with a seed. */
    TrainingPlan plan(long seed) {
      return TrainingPlan.of(
          epochs,
          seed,
          new Batching(batchSize, 0),
          new LearningRate(learningRate, 0, LearningRate.Shape.COSINE));
    }
  }

  /**
   * A task of memory at a lag.
   *
   * @param task its name
   * @param lag in time steps
   * @param practice how it is learned
   */
  public record Lag(
      String task, int lag, List<ComparedLayers> networks, TaskTrainingPlan practice) {
    public Lag {
      networks = List.copyOf(networks);
    }

    /** The task of that name. */
    LongLagTask found() {
      return LongLagTask.named(task);
    }

    /** The word for it in the table. */
    String label() {
      return task + ", " + lag;
    }
  }

  public ArchitectureSettings {
    lags = List.copyOf(lags);
  }

  /**
   * Requires that networks have about as many weights as the first of them.
   *
   * @throws IllegalArgumentException if one has not
   */
  static void requireAlike(String subject, List<Long> weights) {
    for (long count : weights) {
      if (Math.abs(count - weights.get(0)) > TOLERANCE * weights.get(0)) {
        throw new IllegalArgumentException(
            "networks of %s must have within %.0f %% as many weights as the first but have %s"
                .formatted(subject, 100 * TOLERANCE, weights));
      }
    }
  }
}
