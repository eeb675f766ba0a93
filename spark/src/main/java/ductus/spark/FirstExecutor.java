package ductus.spark;

import ductus.cluster.ClusterException;
import java.net.BindException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.ShutdownHookManager;
import org.jspecify.annotations.Nullable;

/** Starts an application and waits until it has an executor; Spark itself would wait for ever. */
final class FirstExecutor {
  private static final long PAUSE_MILLIS = 50;

  private FirstExecutor() {}

  /** The context, with an executor where it is not local. */
  static JavaSparkContext start(SparkConf conf) throws ClusterException {
    String master = conf.get("spark.master");
    JavaSparkContext context;
    long patience;
    try {
      patience = conf.getTimeAsMs(SparkSettings.PATIENCE);
      context = new JavaSparkContext(conf);
    } catch (Exception failed) { // Scala declares none, and throws SparkException
      throw notStarted(master, failed);
    }
    try {
      if (!context.isLocal()) {
        await(context, master, patience);
      }
    } catch (ClusterException | RuntimeException e) {
      context.stop();
      throw e;
    }
    return context;
  }

  private static void await(JavaSparkContext context, String master, long patience)
      throws ClusterException {
    long end = System.nanoTime() + patience * 1_000_000;
    // The first of them is this program itself.
    while (context.sc().statusTracker().getExecutorInfos().length < 2) {
      if (context.sc().isStopped()) {
        throw notTaken(master, "the application was ended", null);
      }
      if (System.nanoTime() > end) {
        throw new ClusterException(
            "%s gave no executor in %d s: no worker has %s core(s) and %s of memory free, or its executors fail to start; ask for less (spark.executor.memory), wait longer (%s=10min) or look at its log"
                .formatted(
                    master,
                    patience / 1000,
                    context.getConf().get("spark.executor.cores", "1"),
                    context.getConf().get("spark.executor.memory", "1g"),
                    SparkSettings.PATIENCE));
      }
      Pause.of(PAUSE_MILLIS);
    }
  }

  /** Spark's version. */
  static String version() {
    return org.apache.spark.package$.MODULE$.SPARK_VERSION();
  }

  private static ClusterException notStarted(String master, Exception failed) {
    String reason = FirstLine.of(failed);
    if (reason.startsWith("Could not parse Master URL")) {
      return new ClusterException(
          "--master must be like spark://host:7077, yarn or local[2] but was " + master, failed);
    }
    if (failed instanceof IllegalArgumentException || failed instanceof BindException) {
      return new ClusterException("Spark does not start with its settings: " + reason, failed);
    }
    return notTaken(master, reason, failed);
  }

  private static ClusterException notTaken(
      String master, String reason, @Nullable Throwable cause) {
    if (ShutdownHookManager.inShutdown()) {
      return new ClusterException("stopped", cause);
    }
    return new ClusterException(
        master
            + " did not take the work ("
            + reason
            + "): it may run another version than Spark "
            + version()
            + ", or want another secret (spark.authenticate.secret)",
        cause);
  }
}
