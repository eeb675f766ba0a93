package ductus.math;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed crew of threads that run one piece of work together, each its slice, with a barrier
 * between steps. Waiting threads spin for some microseconds and then park.
 *
 * <p>One thread at a time may call {@link #run}; it works as slice 0. Whether the crew is faster
 * than its caller alone is for {@link SharedWork} to find out.
 */
public final class Workers implements AutoCloseable {
  /** Work that is done in slices. */
  @FunctionalInterface
  public interface Work {
    /** Does one slice, 0 to {@code crew.count() − 1}; every slice must meet the same barriers. */
    void run(int slice, Workers crew);
  }

  private static final int SPINS = 4_000;
  private static final long PARK_NANOS = 20_000;

  private final Thread[] threads;
  private final int count;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicInteger assignment = new AtomicInteger();
  private volatile int phase;
  private volatile @Nullable Work work;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;

  /** Threads that share the present work: all, or the caller alone. */
  private volatile int sharing;

  /** Whether all works are shared out; of interest to the caller only. */
  private boolean together;

  /**
   * Starts the crew.
   *
   * @param count number of threads, the caller's included, 1 or more
   */
  public Workers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads must be 1 or more but were " + count);
    }
    this.count = count;
    sharing = count;
    threads = new Thread[count - 1];
    for (int i = 0; i < threads.length; i++) {
      int slice = i + 1;
      threads[i] = new Thread(() -> serve(slice), "ductus-worker-" + slice);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  /** Number of slices of the present work; otherwise of threads, the caller's included. */
  public int count() {
    return sharing;
  }

  /** First item of a slice when {@code items} are shared out evenly in order. */
  public int from(int items, int slice) {
    return (int) ((long) items * slice / sharing);
  }

  /**
   * Runs all slices and returns when the last is done. If a slice fails, its exception is thrown
   * on, whichever thread it came from; the crew can be used again.
   *
   * @throws IllegalStateException if the crew is closed
   */
  public void run(Work task) {
    requireOpen();
    if (sharing == 1) {
      task.run(0, this);
      return;
    }
    failure = null;
    arrived.set(0);
    unfinished.set(count - 1);
    work = task;
    assignment.incrementAndGet();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    attempt(task, 0);
    for (int spins = 0; unfinished.get() > 0; spins++) {
      pause(spins);
    }
    Throwable first = failure;
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /**
   * Runs all of a work in the calling thread, as a crew of one; so are works that it runs, one
   * after another.
   */
  public void runAlone(Work task) {
    requireOpen();
    sharing = 1;
    try {
      task.run(0, this);
    } finally {
      sharing = count;
    }
  }

  /** Runs a task whose works, one after another, are all shared out. */
  void together(Runnable task) {
    requireOpen();
    boolean before = together;
    together = true;
    try {
      task.run();
    } finally {
      together = before;
    }
  }

  /** Whether the caller may be left alone with the present work. */
  boolean mayBeAlone() {
    return !together;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the workers are closed");
    }
  }

  /** Waits until every slice is here. */
  public void barrier() {
    if (sharing == 1) {
      return;
    }
    int before = phase;
    if (arrived.incrementAndGet() == count) {
      arrived.set(0);
      phase = before + 1;
      return;
    }
    for (int spins = 0; phase == before; spins++) {
      if (failure != null) {
        throw new IllegalStateException("another worker failed");
      }
      pause(spins);
    }
  }

  private void serve(int slice) {
    int seen = 0;
    while (true) {
      for (int spins = 0; assignment.get() == seen; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      seen++;
      Work task = work;
      if (task == null) {
        return;
      }
      attempt(task, slice);
      unfinished.decrementAndGet();
    }
  }

  private void attempt(Work task, int slice) {
    try {
      task.run(slice, this);
    } catch (RuntimeException | Error thrown) {
      if (failure == null) {
        failure = thrown;
      }
    }
  }

  private void pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  /** Ends the crew's threads. */
  @Override
  public void close() {
    closed = true;
    work = null;
    assignment.incrementAndGet();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
