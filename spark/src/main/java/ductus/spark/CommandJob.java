package ductus.spark;

import ductus.cluster.ClusterCommand;
import ductus.cluster.ClusterException;
import ductus.cluster.ClusterListener;
import ductus.cluster.ClusterOutcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkContext;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import scala.Function2;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Command lines as one Spark job: a task for each, whose result comes back as it ends. */
final class CommandJob {
  private static final AtomicInteger JOBS = new AtomicInteger();
  private static final long PAUSE_MILLIS = 100;

  private final SparkCluster cluster;
  private final List<ClusterCommand> commands;
  private final ClusterListener listener;
  private final String group = "ductus-commands-" + JOBS.incrementAndGet();
  private volatile boolean over;
  private volatile boolean cancelled;

  CommandJob(SparkCluster cluster, List<ClusterCommand> commands, ClusterListener listener) {
    this.cluster = cluster;
    this.commands = commands;
    this.listener = listener;
  }

  void run(BooleanSupplier stop) throws ClusterException {
    if (commands.isEmpty()) {
      return;
    }
    Thread watch = new Thread(() -> watch(stop), group);
    watch.setDaemon(true);
    watch.start();
    Exception failure = null;
    try {
      submit();
    } catch (Exception e) { // Scala declares none, and throws SparkException
      failure = e;
    } finally {
      over = true;
    }
    if (cluster.isStopping()) {
      throw new ClusterException("stopped");
    }
    if (failure != null && !cancelled) {
      throw new ClusterException(
          "the cluster did not finish the commands: " + firstLine(failure), failure);
    }
  }

  private void submit() {
    SparkContext context = cluster.context().sc();
    context.setJobGroup(group, commands.size() + " commands", true);
    try {
      RDD<ClusterCommand> tasks = cluster.context().parallelize(commands, commands.size()).rdd();
      Function2<Object, ClusterOutcome, BoxedUnit> ended =
          (index, outcome) -> {
            listener.ended(outcome);
            return BoxedUnit.UNIT;
          };
      context.runJob(
          tasks, new CommandTask(), ended, ClassTag$.MODULE$.apply(ClusterOutcome.class));
    } finally {
      context.clearJobGroup();
    }
  }

  private void watch(BooleanSupplier stop) {
    try {
      while (!over) {
        if (stop.getAsBoolean() || cluster.isStopping()) {
          cancelled = true;
          cluster.context().sc().cancelJobGroupAndFutureJobs(group);
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String firstLine(@Nullable Throwable thrown) {
    String message = thrown == null ? "" : String.valueOf(thrown.getMessage());
    return message.lines().findFirst().orElse("");
  }
}
