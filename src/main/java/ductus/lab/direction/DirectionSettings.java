package ductus.lab.direction;

import ductus.lab.task.TaskTrainingPlan;
import ductus.model.CoreConfig;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the examination of directions is asked to do.
 *
 * @param words that are tagged
 * @param ink whose letters are told
 */
public record DirectionSettings(Words words, Ink ink) {
  /**
   * The layers of a network.
   *
   * @param cell as in {@link CoreConfig}; ending in {@link CoreConfig#BIDIRECTIONAL} for both ways
   * @param hiddenSize of each direction
   */
  public record ComparedCore(String cell, int hiddenSize) {}

  /**
   * How all networks learn words: with Adam, the rate falling along half a cosine, gradients
   * clipped to a norm of 1.
   *
   * @param batchSize sentences an update
   * @param validation share of the sentences that is held out while they learn
   */
  public record TrainingBudget(
      int batchSize, int epochs, double learningRate, double dropout, double validation) {}

  /**
   * Words that are tagged.
   *
   * @param corpus file of tagged sentences to learn from, of the project or any other
   * @param blind file of others to measure by
   * @param embeddingSize of words
   * @param practice how all networks learn
   * @param networks side by side
   */
  public record Words(
      String corpus,
      String blind,
      int embeddingSize,
      TrainingBudget practice,
      List<ComparedCore> networks) {
    public Words {
      networks = List.copyOf(networks);
    }

    /** The layers of a network, with the dropout of all. */
    CoreConfig core(ComparedCore network) {
      return new CoreConfig(network.cell(), 1, network.hiddenSize(), practice.dropout(), false);
    }
  }

  /**
   * Ink whose letters are told.
   *
   * @param corpus folder of hands to learn from, of the project or any other
   * @param blind file of the hand to measure by, which is not learned
   * @param steps of the pen in a sequence
   * @param tested sequences of that hand
   * @param practice how all networks learn
   * @param networks side by side
   */
  public record Ink(
      String corpus,
      String blind,
      int steps,
      int tested,
      TaskTrainingPlan practice,
      List<ComparedCore> networks) {
    private static final int MOST = 1000;

    public Ink {
      networks = List.copyOf(networks);
      if (steps < 1 || steps > MOST || tested < 1 || tested > MOST) {
        throw new IllegalArgumentException(
            "steps and tested must be 1 to %d but were %d and %d".formatted(MOST, steps, tested));
      }
    }
  }

  public DirectionSettings {
    if (words == null || ink == null) {
      throw new IllegalArgumentException("directions must have words and ink");
    }
  }

  /** What networks are compared by, where there are any. */
  List<DirectionTask> tasks() {
    return Stream.<DirectionTask>of(new WordTagging(words), new LetterNaming(ink))
        .filter(task -> !task.networks().isEmpty())
        .toList();
  }
}
