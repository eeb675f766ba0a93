package ductus.spark.training;

import com.google.gson.Gson;
import ductus.cluster.ClusterException;
import ductus.cluster.SharedTraining;
import ductus.spark.JobWatch;
import ductus.spark.TaskFailure;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.reflect.ClassTag$;

/**
 * A training run as jobs of one barrier stage each: where an executor is lost its job fails, and
 * the next one goes on from the run's checkpoint.
 */
public final class TrainingJob {
  /** Jobs that may fail one after another without one that got further than those before. */
  private static final int TRIES = 4;

  private static final long PATIENCE_MILLIS = 60_000;

  private final JavaSparkContext context;
  private final SharedTraining training;
  private final TaskSlots places;

  /** A job. */
  public TrainingJob(JavaSparkContext context, SharedTraining training) {
    this.context = context;
    this.training = training;
    places = new TaskSlots(context, training.shards());
  }

  /**
   * Trains.
   *
   * @param folder of the run, which all machines see
   * @param resume whether to go on from its checkpoint
   * @throws ClusterException if it cannot be finished, or was stopped before it began
   */
  public TrainingProgress run(
      Path folder, boolean resume, TrainingListener listener, BooleanSupplier stop)
      throws ClusterException {
    SparkConf conf = context.getConf();
    GradientFormat format = checked(conf);
    if (format != GradientFormat.FLOAT32) {
      listener.differs("gradients travel as " + format);
    }
    String host = conf.get("spark.driver.host");
    ReportReceiver desk = new ReportReceiver(listener, stop);
    // While executors only read, nobody there hears of a stop.
    JobWatch watch =
        new JobWatch(
            context,
            "training in " + folder,
            () -> {},
            () -> stop.getAsBoolean() && !desk.isCalled());
    try (watch;
        RankTransport wire = new RankTransport(host, conf.get("spark.driver.bindAddress", host), desk)) {
      int failures = 0;
      for (boolean again = resume; ; again = true) {
        long updates = desk.updates();
        desk.again();
        RankTask task = new RankTask(training, folder.toString(), again, wire.address());
        try {
          return progress(outcomes(task, places.await(stop)));
        } catch (SparkException lost) {
          if (watch.hasStopped()) {
            throw new ClusterException("stopped", lost);
          }
          failures = desk.updates() > updates ? 1 : failures + 1;
          if (failures == TRIES || stop.getAsBoolean() || context.sc().isStopped()) {
            throw failure(lost);
          }
          // The first rank may still be at a batch, and hold the folder.
          watch.awaitTasks(PATIENCE_MILLIS);
        } catch (RuntimeException unable) {
          if (context.sc().isStopped()) {
            throw failure(unable);
          }
          throw unable;
        }
      }
    }
  }

  /** How gradients travel, of settings that executors can follow. */
  private static GradientFormat checked(SparkConf conf) throws ClusterException {
    try {
      Overlap.of(conf);
      return GradientFormat.of(conf);
    } catch (IllegalArgumentException wrong) {
      throw new ClusterException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private RankOutcome[] outcomes(RankTask task, int ranks) throws SparkException {
    RDD<Integer> tasks = context.parallelize(Collections.nCopies(ranks, 0), ranks).rdd();
    RDD<RankOutcome> outcomes =
        tasks
            .barrier()
            .mapPartitions(task, false, ClassTag$.MODULE$.<RankOutcome>apply(RankOutcome.class));
    try {
      return (RankOutcome[]) outcomes.collect();
    } catch (Exception sneaky) { // Scala declares none
      if (sneaky instanceof SparkException lost) {
        throw lost;
      }
      throw sneaky;
    }
  }

  private static ClusterException failure(Exception lost) {
    return new ClusterException(
        "the cluster did not finish the training (%s); --resume goes on"
            .formatted(TaskFailure.of(lost)),
        lost);
  }

  private static TrainingProgress progress(RankOutcome[] outcomes) throws ClusterException {
    for (RankOutcome outcome : outcomes) {
      if (outcome.failure() != null && outcome.isOwn()) {
        throw new ClusterException(outcome.failure());
      }
    }
    return new Gson().fromJson(outcomes[0].progress(), TrainingProgress.class);
  }
}
