package ductus.spark;

import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterListener;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.ClusterException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.rdd.RDD;
import scala.Function2;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Command lines as one Spark job: a task for each, whose result comes back as it ends. */
final class CommandJob {
  private final SparkCluster cluster;
  private final List<ClusterCommand> commands;
  private final ClusterListener listener;

  CommandJob(SparkCluster cluster, List<ClusterCommand> commands, ClusterListener listener) {
    this.cluster = cluster;
    this.commands = commands;
    this.listener = listener;
  }

  /** Runs them; returns early where they are to stop. */
  void run(BooleanSupplier stop) throws ClusterException {
    if (commands.isEmpty()) {
      return;
    }
    JobWatch watch =
        new JobWatch(
            cluster.context(),
            commands.size() + " commands",
            () -> {},
            () -> stop.getAsBoolean() || cluster.isStopping());
    try (watch) {
      submit();
    } catch (Exception failure) { // Scala declares none, and throws SparkException
      if (!watch.hasStopped()) {
        throw new ClusterException(
            "the cluster did not finish the commands: " + TaskFailure.of(failure), failure);
      }
    }
    if (cluster.isStopping() && !stop.getAsBoolean()) {
      throw new ClusterException("stopped");
    }
  }

  private void submit() {
    RDD<ClusterCommand> tasks = cluster.context().parallelize(commands, commands.size()).rdd();
    Function2<Object, ClusterOutcome, BoxedUnit> ended =
        (index, outcome) -> {
          listener.ended(outcome);
          return BoxedUnit.UNIT;
        };
    cluster
        .context()
        .sc()
        .runJob(tasks, new CommandTask(), ended, ClassTag$.MODULE$.apply(ClusterOutcome.class));
  }
}
