package ductus.spark;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Watches the jobs of this thread: cancels them when they are to stop. */
public final class JobWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private static final long MOST_MILLIS = 1_000;

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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    context.clearJobGroup();
  }
}
