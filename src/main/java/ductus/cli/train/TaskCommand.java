package ductus.cli.train;

import ductus.file.BadFileException;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A command that trains: what only its task can be told. All else is in its {@link
 * TrainingOptions}, which it includes with {@code @Mixin}.
 *
 * @param <C> all that decides a training run
 */
public interface TaskCommand<C extends TrainingConfig<C>> extends Callable<Integer> {
  /** What is learned. */
  Task<C> task();

  /** The options that all training commands have. */
  TrainingOptions training();

  /** What to learn from, as it was given; none with {@code --resume} or {@code --config}. */
  List<Path> sources();

  /** What to say where nothing to learn from is given. */
  String missing();

  /**
   * The settings with the options in place that only this task has.
   *
   * @throws IllegalArgumentException if they do not go together
   */
  default C withOwnOptions(C base) throws BadFileException, IOException {
    return base;
  }

  /** Checks how the options go together; complains by {@link TrainingOptions#common}. */
  default void check() {}

  /** Usual values in words, by the names of options, where a number does not say all. */
  default Map<String, String> usualInWords() {
    return Map.of();
  }

  @Override
  default Integer call() throws BadFileException, DivergenceException, IOException {
    return new TrainingRun<>(this).call();
  }
}
