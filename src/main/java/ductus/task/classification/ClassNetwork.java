package ductus.task.classification;

import ductus.metric.classification.Classification;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.Trainable;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.train.BatchSource;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A network that says which class a thing is of.
 *
 * @param <T> the thing
 */
public interface ClassNetwork<T> extends Trainable {
  /** The network without the names of its classes. */
  Trainable weights();

  /** The shape of its layers. */
  CoreConfig layers();

  /**
   * The configuration of the network: its shape and all else that a model's header needs to have.
   */
  Object config();

  /** Version of what it sees of a thing. */
  int version();

  /** Names of the classes, in the order of their numbers. */
  List<String> labels();

  /** Batches of things that it learns, and the things that it is measured by. */
  BatchSource batches(TrainingPlan plan, List<Labeled<T>> learned, List<Labeled<T>> heldOut);

  /**
   * Classifies things.
   *
   * @param things one or more, which are looked at side by side
   * @param tape with the weights packed
   */
  List<Classification> classify(List<T> things, Tape tape);

  /** Why a thing cannot be classified, on one line; empty if it can. */
  default Optional<String> misfit(T thing) {
    return Optional.empty();
  }

  /**
   * A reason not to trust its answer on a thing, on one line; empty for none.
   *
   * @param said the answer
   */
  Optional<String> caution(T thing, Classification said);

  @Override
  default List<Parameter> parameters() {
    return weights().parameters();
  }

  @Override
  default void initialize(RandomGenerator random) {
    weights().initialize(random);
  }

  @Override
  default void repack(Tape tape) {
    weights().repack(tape);
  }
}
