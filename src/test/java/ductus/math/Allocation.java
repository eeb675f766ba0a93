package ductus.math;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a thread allocates. */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UPS = 5;
  private static final int RUNS = 10;
  private static final int COUNTS = 3;

  private Allocation() {}

  /** What to measure. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** The threads that are alive. */
  public static long[] threads() {
    return THREADS.getAllThreadIds();
  }

  /**
   * Bytes that some threads, which are alive, have allocated so far; counting allocates nothing.
   */
  public static long bytesSoFar(long[] threads) {
    long bytes = 0;
    for (long thread : threads) {
      bytes += THREADS.getThreadAllocatedBytes(thread);
    }
    return bytes;
  }

  /** Processor time of this thread so far. */
  public static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Bytes that this thread allocates for some work that runs once. */
  public static long bytesOf(Work work) throws Exception {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    work.run();
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  /**
   * Bytes that this thread allocates for ten runs of some work that has run before: the least of
   * three counts, since the JVM's own first times are counted, too.
   */
  public static long bytes(Work work) throws Exception {
    for (int run = 0; run < WARM_UPS; run++) {
      bytesOf(work);
    }
    long least = Long.MAX_VALUE;
    for (int count = 0; count < COUNTS; count++) {
      least = Math.min(least, bytesOf(() -> repeat(work)));
    }
    return least;
  }

  private static void repeat(Work work) throws Exception {
    for (int run = 0; run < RUNS; run++) {
      work.run();
    }
  }
}
