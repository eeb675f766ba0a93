package ductus.math;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a thread allocates. */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UPS = 5;
  private static final int RUNS = 10;

  private Allocation() {}

  /** What to measure. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** Bytes that this thread allocates for ten runs of some work that has run before. */
  public static long bytes(Work work) throws Exception {
    long thread = Thread.currentThread().getId();
    for (int run = 0; run < WARM_UPS; run++) {
      work.run();
      THREADS.getThreadAllocatedBytes(thread);
    }
    long before = THREADS.getThreadAllocatedBytes(thread);
    for (int run = 0; run < RUNS; run++) {
      work.run();
    }
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }
}
