package ductus.spark;

import ductus.cluster.Cluster.ClusterWork;
import ductus.cluster.ClusterException;
import ductus.corpus.ReadingListener;
import java.io.Serializable;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/** Independent work as one Spark job: a task for each. */
final class WorkJob {
  private final JavaSparkContext context;
  private final ReadingListener listener;
  private final BooleanSupplier stop;

  WorkJob(JavaSparkContext context, ReadingListener listener, BooleanSupplier stop) {
    this.context = context;
    this.listener = listener;
    this.stop = stop;
  }

  /** What comes out, in the order of the work. */
  <R extends Serializable> List<R> run(List<? extends ClusterWork<R>> work)
      throws ClusterException {
    if (work.isEmpty()) {
      return List.of();
    }
    LongAccumulator done = context.sc().longAccumulator();
    JobWatch watch =
        new JobWatch(context, work.size() + " computations", () -> show(done, work.size()), stop);
    try (watch) {
      return context
          .parallelize(work, work.size())
          .map(
              each -> {
                R result = each.run(TaskContext.get().cpus());
                done.add(1);
                return result;
              })
          .collect();
    } catch (Exception failed) { // Scala declares none, and throws SparkException
      throw new ClusterException(
          watch.hasStopped() ? "stopped" : "the cluster did not finish: " + TaskFailure.of(failed),
          failed);
    }
  }

  private void show(LongAccumulator done, int all) {
    int count = Math.min(all, done.value().intValue());
    if (count > 0) {
      listener.progress(count, all);
    }
  }
}
