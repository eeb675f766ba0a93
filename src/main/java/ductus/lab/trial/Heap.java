package ductus.lab.trial;

/** How much more memory is in use than at a moment before. */
public final class Heap {
  private final long before = inUse();
  private long most;

  /** Looks now. */
  public void look() {
    most = Math.max(most, inUse() - before);
  }

  /** The most that was found, in megabytes. */
  public double megabytes() {
    return most / 1e6;
  }

  /** Bytes that are in use once what is not is collected. */
  private static long inUse() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
