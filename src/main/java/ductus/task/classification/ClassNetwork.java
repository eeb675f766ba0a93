package ductus.task.classification;

import ductus.metric.classification.Classification;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.Trainable;
import ductus.nn.Tape;
import ductus.train.BatchSource;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Optional;

/**
 * A network that says which class a thing is of.
 *
 * @param <T> the thing
 */
public interface ClassNetwork<T> {
  /** Its weights. */
  Trainable weights();

  /** Its layers. */
  CoreConfig layers();

  /** Its shape and all else that a model's header needs to have. */
  Object config();

  /** Version of what it sees of a thing. */
  int version();

  /** Names of the classes, in the order of their numbers. */
  List<String> labels();

  /** What it learns, and what it is measured by. */
  BatchSource lessons(TrainingPlan plan, List<Labeled<T>> learned, List<Labeled<T>> heldOut);

  /**
   * Classifies things.
   *
   * @param things one or more, which are looked at side by side
   * @param tape with the weights packed
   */
  List<Classification> classify(List<T> things, Tape tape);

  /** Why its answer on a thing should not be trusted, on one line; empty for no such reason. */
  Optional<String> caution(T thing);
}
