package ductus.spark;

import ductus.cluster.ClusterException;

/** A short wait between two questions to a cluster. */
public final class Pause {
  private Pause() {}

  /**
   * Waits.
   *
   * @throws ClusterException if the thread is interrupted; it stays so
   */
  public static void of(long millis) throws ClusterException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("stopped", e);
    }
  }
}
