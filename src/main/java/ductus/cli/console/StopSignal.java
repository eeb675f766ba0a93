package ductus.cli.console;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ctrl-C as a request: work that asks for it can save its place before the program ends. The JVM
 * waits for this object to be closed, but not for ever. Where a command is one of several in a
 * program, the interruption of its thread is the same request.
 */
public final class StopSignal implements AutoCloseable {
  private static final long MOST_MILLIS = 30_000;

  private static final Set<StopSignal> OPEN = ConcurrentHashMap.newKeySet();

  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::stop, "ductus-stop");
  private volatile boolean given;
  private volatile boolean closed;

  public StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
    OPEN.add(this);
  }

  /** Whether there is work that would come to an end of its own, were the program to end. */
  public static boolean isAwaited() {
    return !OPEN.isEmpty();
  }

  /** Whether the user asked to stop. */
  public boolean isGiven() {
    // Taken away, too: files cannot be saved by a thread that is interrupted.
    if (Thread.currentThread() == worker && Thread.interrupted()) {
      given = true;
    }
    return given;
  }

  @Override
  public void close() {
    closed = true;
    OPEN.remove(this);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // The hook is waiting for this thread, which now goes on to its end.
      return;
    }
  }

  private void stop() {
    given = true;
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    try {
      while (!closed && worker.isAlive() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      // Leaves the worker a moment to print its last lines.
      worker.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
