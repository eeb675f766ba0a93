package ductus.cli.console;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ctrl-C as a request: work that asks for it can save its place before the program ends. The JVM
 * waits for this object to be closed, but not for ever. Where a command is one of several in a
 * program, the interruption of its thread is the same request.
 */
public final class StopSignal implements AutoCloseable {
  private static final Duration USUAL = Duration.ofSeconds(30);

  private static final Set<StopSignal> OPEN = ConcurrentHashMap.newKeySet();

  private final Duration longest;
  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::stop, "ductus-stop");
  private volatile boolean given;
  private volatile boolean closed;

  /** Listens for a request after which work ends within half a minute. */
  public StopSignal() {
    this(USUAL);
  }

  /**
   * Listens for a request.
   *
   * @param longest time that the work may take to its end; the JVM ends it then
   */
  public StopSignal(Duration longest) {
    this.longest = longest;
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

  void stop() {
    given = true;
    long end = System.nanoTime() + longest.toNanos();
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
