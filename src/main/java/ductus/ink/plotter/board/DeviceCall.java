package ductus.ink.plotter.board;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call to a device that may never return: it runs on a daemon thread, so that who made it waits
 * no longer than it wants, and a program can end.
 */
final class DeviceCall<T> {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          call -> {
            Thread thread = new Thread(call, "ductus-port");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<T> future;

  /** Begins a call. */
  DeviceCall(Callable<T> call) {
    future = THREADS.submit(call);
  }

  /**
   * Waits for the end of the call. An interruption of the thread is left to who looks at it.
   *
   * @param nanos longest time to wait
   * @return whether it has ended, well or not
   */
  boolean endsWithin(long nanos) throws IOException {
    long end = System.nanoTime() + nanos;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
          return true;
        } catch (InterruptedException asked) {
          interrupted = true;
        }
      }
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException failed) {
      throw failure(failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What the call returned; it must have ended. */
  T result() throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return future.get();
    } catch (InterruptedException asked) {
      throw new IllegalStateException("the call has not ended", asked);
    } catch (ExecutionException failed) {
      throw failure(failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IOException failure(ExecutionException failed) {
    return failed.getCause() instanceof IOException broken
        ? broken
        : new IOException(String.valueOf(failed.getCause()), failed);
  }
}
