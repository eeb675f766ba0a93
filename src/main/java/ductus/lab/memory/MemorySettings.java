package ductus.lab.memory;

import ductus.lab.task.LongLagTask;
import ductus.lab.task.TaskTrainingPlan;
import java.util.List;

/**
 * What the examination of memory is asked to do.
 *
 * @param tasks each with its lags; a task that is there more than once is one in the picture
 */
public record MemorySettings(List<Lags> tasks) {
  /** Behind the words of a cell: its gates begin as {@link ChronoInitialization} says. */
  static final String CHRONO = ", chrono";

  /**
   * A task at some lags.
   *
   * @param task its name
   * @param lags in time steps
   * @param cells side by side, as in {@link ductus.model.CoreConfig}; behind lstm and gru may stand
   *     {@link #CHRONO}
   * @param hiddenSize of all of them
   * @param practice how it is learned
   */
  public record Lags(
      String task,
      List<Integer> lags,
      List<String> cells,
      int hiddenSize,
      TaskTrainingPlan practice) {
    public Lags {
      lags = List.copyOf(lags);
      cells = List.copyOf(cells);
    }

    /** The task of that name. */
    LongLagTask found() {
      return LongLagTask.named(task);
    }
  }

  public MemorySettings {
    tasks = List.copyOf(tasks);
  }
}
