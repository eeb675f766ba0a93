package ductus.math;

import java.util.function.LongSupplier;

/**
 * A task of several short works, one after another, that a crew shares out or leaves to the caller
 * alone as a whole, whichever was faster of late. Were each left to {@link SharedWork}, a crew that
 * one of them leaves alone would fall asleep, and be too slow for the next.
 */
public final class SharedStep {
  private static final int ALONE = 0;
  private static final int TOGETHER = 1;
  private final FastestWay choice = new FastestWay(2);
  private final Runnable task;

  /** The task as a work of the caller's; made once, so that a step allocates nothing. */
  private final Workers.Work alone;

  private final LongSupplier clock;

  /** A task that was not run yet. */
  public SharedStep(Runnable task) {
    this(System::nanoTime, task);
  }

  /** A task whose time is measured by a clock of nanoseconds. */
  SharedStep(LongSupplier clock, Runnable task) {
    this.clock = clock;
    this.task = task;
    alone = (slice, crew) -> task.run();
  }

  /**
   * Runs the task.
   *
   * @param items its size, to which its time is about in proportion, such as rows
   */
  public void run(Workers crew, long items) {
    if (crew.count() == 1) {
      task.run();
      return;
    }
    int way = choice.next(ALONE, TOGETHER + 1, items);
    long start = clock.getAsLong();
    if (way == ALONE) {
      crew.runAlone(alone);
    } else {
      crew.together(task);
    }
    choice.took(way, items, clock.getAsLong() - start);
  }
}
