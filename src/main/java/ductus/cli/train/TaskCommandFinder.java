package ductus.cli.train;

import ductus.task.Task;
import ductus.task.TrainingConfig;

/** Finds the command that trains a task; the root command of the program does. */
@FunctionalInterface
public interface TaskCommandFinder {
  /** A fresh command, without any option given. */
  <C extends TrainingConfig<C>> TaskCommand<C> find(Task<C> task);
}
