package ductus.task;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.train.plan.PlanFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that can be learned: what it learns from, its settings, its network, its batches, its
 * measure, its words. Training, resuming, a dry run, sweeps, clusters, the studio, {@code
 * evaluate}, {@code inspect} and {@code regenerate} come with it, the same for all.
 *
 * @param <C> all that decides a training run
 */
public interface Task<C extends TrainingConfig<C>> {
  /**
   * One of the things that a task can be asked to learn where nothing finer is said.
   *
   * @param name by which it is asked for, different from those of all tasks
   * @param words for people, such as {@code Melodies, one note at a time}
   * @param usual its usual settings; what is learned is missing in them
   */
  record Variant<C>(String name, String words, C usual) {}

  /** The name, as in {@code ductus train FOLDER --task NAME}, and in a run's configuration. */
  String name();

  /**
   * The command that trains it, such as {@code tag train}; behind it, each with its value, the
   * options without which it would train another task.
   */
  String command();

  /** The type of its configurations. */
  Class<C> configType();

  /** The settings where nothing is asked for; what is learned is missing in them. */
  C usual();

  /** The variants of this task that can be asked for where nothing finer is said, for a choice. */
  default List<Variant<C>> variants() {
    return List.of();
  }

  /** Sources in a folder that it could learn from, with the number of their files or pieces. */
  default Map<Path, Integer> sourcesIn(Path folder) throws IOException {
    return Map.of();
  }

  /**
   * Updates that a run comes to at least where nobody said for how many epochs: few pieces are
   * passed over more often. 0 where the usual epochs stay whatever the pieces are.
   */
  default int leastUpdates() {
    return 0;
  }

  /**
   * The features of a training plan that this task can make use of; a plan with more is refused.
   */
  Set<PlanFeature> features();

  /**
   * Reads what a run is to learn, and makes the run ready.
   *
   * @throws BadFileException if there is too little to learn from
   * @throws IllegalArgumentException if the settings do not go together, or not with the data
   */
  TrainingSetup<?> prepare(C config, Preparing preparing) throws BadFileException, IOException;

  /**
   * Settings on which it depends what a loss is of, by their names: only runs in which they are
   * equal can be compared. Data and the share held out need not be among them.
   */
  default Map<String, Object> decisiveForLoss(C config) {
    return Map.of();
  }

  /** Names of the encodings that its models are of. */
  List<String> encodings();

  /** Names of its models that ship with the program. */
  List<String> shipped();

  /** Describes one of its models: shape, training, what it knows. */
  Report inspect(FoundModel model) throws BadFileException, IOException;
}
