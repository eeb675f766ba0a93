package ductus.spark.training;

import ductus.cluster.ClusterException;
import ductus.spark.Pause;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/** The places for tasks that a cluster has for a training run. */
final class TaskSlots {
  /** How long none must have come for all to be there. */
  private static final long SETTLED_MILLIS = 2_000;

  /** How long those that are lost are waited for; then the run goes on with fewer. */
  private static final long PATIENCE_MILLIS = 60_000;

  private static final long PAUSE_MILLIS = 100;

  private final JavaSparkContext context;
  private final int mostOfUse;
  private int had;

  /**
   * Places.
   *
   * @param mostOfUse number of which more are of no use
   */
  TaskSlots(JavaSparkContext context, int mostOfUse) {
    this.context = context;
    this.mostOfUse = mostOfUse;
  }

  /**
   * Waits until no more come, or those that there were are there again; a power of two.
   *
   * @param stop asked several times a second
   * @throws ClusterException if there are none any more, or it was stopped
   */
  int await(BooleanSupplier stop) throws ClusterException {
    long begin = System.nanoTime();
    long settled = begin;
    int number = 0;
    while (number < mostOfUse) {
      if (stop.getAsBoolean()) {
        throw new ClusterException("stopped");
      }
      int now = now();
      if (now != number) {
        settled = System.nanoTime();
        number = now;
      }
      long patience = number < had ? PATIENCE_MILLIS : SETTLED_MILLIS;
      if (number > 0 && (context.isLocal() || millisSince(settled) >= patience)) {
        break;
      }
      if (number == 0 && millisSince(begin) >= PATIENCE_MILLIS) {
        throw new ClusterException(
            "the cluster has no executor any more; --resume goes on once it has");
      }
      Pause.of(PAUSE_MILLIS);
    }
    had = Math.max(had, number);
    return Integer.highestOneBit(Math.min(number, mostOfUse));
  }

  private int now() {
    SparkContext spark = context.sc();
    return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
