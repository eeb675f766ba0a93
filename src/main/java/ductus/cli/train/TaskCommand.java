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
  /** Finds the command that trains a task; the root command of the program does. */
  @FunctionalInterface
  interface TaskCommandFinder {
    /** A fresh command, without any option given. */
    <C extends TrainingConfig<C>> TaskCommand<C> find(Task<C> task);
  }

  /** The task that is trained; its settings are those that options and help are about. */
  Task<C> task();

  /** The task of some settings, where the command trains another with the same settings, too. */
  default Task<C> task(C settings) {
    return task();
  }

  /**
   * The settings where nothing is asked for, unless one of the options asks for others.
   *
   * @throws IllegalArgumentException if it asks for what there is not
   */
  default C usual() {
    return task().usual();
  }

  /**
   * What the usual settings were chosen for, in a line that is said when a run begins with them;
   * empty where nothing was chosen.
   */
  default String choice() {
    return "";
  }

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
