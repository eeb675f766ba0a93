package ductus.spark;

import ductus.cluster.ClusterException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Watches the jobs of this thread: cancels them when they are to stop. Once it is closed none of
 * their tasks is left, unless one does not heed that it is interrupted.
 */
public final class JobWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private static final long MOST_MILLIS = 1_000;
  private static final long TASK_PAUSE_MILLIS = 20;
  private static final long MOST_TASK_MILLIS = 10_000;

  private final String group = "ductus-" + UUID.randomUUID();
  private final JavaSparkContext context;
  private final Runnable show;
  private final BooleanSupplier stop;
  private final Thread thread = new Thread(this::watch, "ductus-job-watch");
  private volatile boolean stopped;
  private volatile boolean closed;

  /**
   * Begins to watch, until it is closed.
   *
   * @param description what Spark's own pages call the jobs
   * @param show says how far they are, several times a second
   * @param stop asked as often
   */
  public JobWatch(
      JavaSparkContext context, String description, Runnable show, BooleanSupplier stop) {
    this.context = context;
    this.show = show;
    this.stop = stop;
    context.setJobGroup(group, "Ductus: " + description, true);
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether jobs were cancelled. */
  public boolean hasStopped() {
    return stopped;
  }

  private void watch() {
    while (!closed) {
      if (stop.getAsBoolean()) {
        stopped = true;
        context.cancelJobGroup(group);
      }
      show.run();
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      // Who closes what is shown to, next, is not to hear of it any more.
      thread.join(MOST_MILLIS);
      awaitTasks(MOST_TASK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ClusterException interrupted) {
      // Who is told to end waits for nothing.
    }
    context.clearJobGroup();
  }

  /**
   * Waits until executors have no task any more. One of a job that failed or was cancelled goes on
   * to where it heeds that: it may hold what the next job wants, or be at its last file, which
   * nobody would tidy up behind it.
   *
   * @throws ClusterException if this thread is interrupted
   */
  public void awaitTasks(long mostMillis) throws ClusterException {
    long end = System.nanoTime() + mostMillis * 1_000_000;
    while (hasTasks() && System.nanoTime() < end) {
      Pause.of(TASK_PAUSE_MILLIS);
    }
  }

  /** By Spark's own books: its tracker, which is for people, is behind them. */
  private boolean hasTasks() {
    SparkContext spark = context.sc();
    return !spark.isStopped()
        && spark.taskScheduler() instanceof TaskSchedulerImpl tasks
        && CollectionConverters.asJava(tasks.runningTasksByExecutors()).values().stream()
            .anyMatch(running -> !running.equals(0));
  }
}
