package ductus.run;

import java.io.IOException;

/**
 * Keeps what is done beside a run to a fiftieth of its time: after each time it has to rest for as
 * long as that pays for.
 */
public final class TimeBudget {
  private static final long REST = 50;

  private long restUntil = System.nanoTime();

  /** Work that costs time. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /** Whether there is time again. */
  public boolean isFree() {
    return System.nanoTime() - restUntil >= 0;
  }

  /** Does some work, whether there is time or not. */
  public void spend(Work work) throws IOException {
    long began = System.nanoTime();
    work.run();
    long now = System.nanoTime();
    restUntil = now + REST * (now - began);
  }
}
