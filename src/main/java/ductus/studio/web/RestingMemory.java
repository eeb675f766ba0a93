package ductus.studio.web;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives memory back once nothing was asked for a while: Java itself looks for what is no longer
 * needed only where more is wanted. It is done once, and takes no time after.
 */
public final class RestingMemory implements AutoCloseable {
  private static final Duration REST = Duration.ofMinutes(1);

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "resting-memory");
            thread.setDaemon(true);
            return thread;
          });
  private final long restMillis;
  private final Runnable collect;
  private @Nullable ScheduledFuture<?> next;

  /** Has Java collect what is not needed after a minute of rest. */
  public RestingMemory() {
    this(REST, System::gc);
  }

  RestingMemory(Duration rest, Runnable collect) {
    restMillis = rest.toMillis();
    // Else each request would leave one behind for the length of a rest.
    timer.setRemoveOnCancelPolicy(true);
    this.collect = collect;
  }

  /** Something was done: the rest begins anew. */
  public synchronized void worked() {
    if (next != null) {
      next.cancel(false);
    }
    if (!timer.isShutdown()) {
      next = timer.schedule(collect, restMillis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
  }
}
