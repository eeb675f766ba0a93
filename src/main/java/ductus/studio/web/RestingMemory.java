package ductus.studio.web;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives memory back once nothing was asked for a while: Java itself looks for what is no longer
 * needed only where more is wanted. It is done once, and takes no time after.
 */
public final class RestingMemory implements AutoCloseable {
  private static final Duration REST = Duration.ofMinutes(1);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
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
