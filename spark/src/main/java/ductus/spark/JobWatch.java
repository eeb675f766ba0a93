package ductus.spark;

import ductus.workbench.corpus.ReadingListener;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;

/**
 * Watches the jobs of this thread: says how far they are, and cancels them when they are to stop.
 */
public final class JobWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final String group = "ductus-" + UUID.randomUUID();
  private final JavaSparkContext context;
  private final ReadingListener listener;
  private final BooleanSupplier stop;
  private final Thread thread = new Thread(this::watch, "ductus-job-watch");
  private volatile boolean shown;
  private volatile boolean stopped;
  private volatile boolean closed;

  /**
   * Begins to watch, until it is closed.
   *
   * @param description what Spark's own pages call the jobs
   * @param listener hears how many tasks are done
   * @param stop asked several times a second
   */
  public JobWatch(
      JavaSparkContext context,
      String description,
      ReadingListener listener,
      BooleanSupplier stop) {
    this.context = context;
    this.listener = listener;
    this.stop = stop;
    context.setJobGroup(group, "Ductus: " + description, true);
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs a job whose progress is shown. */
  public void over(Runnable job) {
    shown = true;
    job.run();
    shown = false;
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
      if (shown) {
        show();
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  private void show() {
    JavaSparkStatusTracker tracker = context.statusTracker();
    for (int stage : tracker.getActiveStageIds()) {
      SparkStageInfo known = tracker.getStageInfo(stage);
      if (known != null && known.numCompletedTasks() > 0) {
        listener.progress(known.numCompletedTasks(), known.numTasks());
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    context.clearJobGroup();
  }
}
