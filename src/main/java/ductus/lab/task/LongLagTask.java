package ductus.lab.task;

import ductus.model.CoreConfig;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import java.util.List;
import java.util.random.RandomGenerator;

/** Something to be remembered over a time lag. */
public interface LongLagTask {
  /** The word that asks for it. */
  String name();

  /** Numbers of a step, K. */
  int inputs();

  /** What is asked for. */
  Target target();

  /** Classes or values that are asked for, N. */
  int outputs();

  /** Shortest lag that it has a meaning for, in time steps. */
  int shortestLag();

  /** A sequence by chance, the same number of time steps for the same lag. */
  SignalSequence draw(int lag, RandomGenerator random);

  /** Time steps of a sequence. */
  int length(int lag);

  /** Error of the best answer that remembers nothing; see {@link TaskObjective}. */
  double guessing();

  /** Error below which it counts as solved. */
  double solved();

  /** Sequences after which a published LSTM had solved it at a lag; NaN where none is known. */
  default double published(int lag) {
    return Double.NaN;
  }

  /** The shape of a network for it. */
  default SignalConfig network(CoreConfig core) {
    return new SignalConfig(inputs(), core, target(), outputs());
  }

  /** All tasks. */
  static List<LongLagTask> all() {
    return List.of(new Adding(), new TemporalOrder(), new Copying());
  }

  /**
   * The task of a name.
   *
   * @throws IllegalArgumentException if there is none; the message names those that there are
   */
  static LongLagTask named(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "task must be one of %s but was %s"
                        .formatted(
                            String.join(", ", all().stream().map(LongLagTask::name).toList()),
                            name)));
  }
}
