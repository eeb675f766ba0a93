package ductus.spark;

import ductus.cluster.Cluster;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterListener;
import ductus.cluster.Cluster.ClusterWork;
import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.cluster.Cluster.SurveyOutcome;
import ductus.cluster.Cluster.SurveyRequest;
import ductus.cluster.ClusterException;
import ductus.cluster.SharedTraining;
import ductus.corpus.ReadingListener;
import ductus.spark.corpus.CorpusJob;
import ductus.spark.survey.SurveyJob;
import ductus.spark.training.TrainingJob;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.ShutdownHookManager;
import scala.runtime.BoxedUnit;

/** A Spark application that runs for as long as the command that made it. */
public final class SparkCluster implements Cluster {
  private static final long MOST_SECONDS_TO_STOP = 30;

  private final JavaSparkContext context;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Object hook;
  private volatile boolean stopping;

  private SparkCluster(JavaSparkContext context) {
    this.context = context;
    // Spark ends its context as soon as the program is told to end; what runs is to stop first.
    hook =
        ShutdownHookManager.addShutdownHook(
            ShutdownHookManager.SPARK_CONTEXT_SHUTDOWN_PRIORITY() + 1,
            () -> {
              letStop();
              return BoxedUnit.UNIT;
            });
  }

  /**
   * Starts the application and waits for its first executor.
   *
   * @throws ClusterException if the master cannot be reached, does not want it or has no executor
   */
  static SparkCluster connect(SparkConf conf) throws ClusterException {
    Reachability.check(conf);
    JavaSparkContext context = FirstExecutor.start(conf);
    try {
      OwnJars.send(context);
      return new SparkCluster(context);
    } catch (RuntimeException failed) {
      context.stop();
      throw failed;
    }
  }

  /** The Spark context. */
  public JavaSparkContext context() {
    return context;
  }

  /** The session for tables; made when it is first asked for. */
  public SparkSession session() {
    return SparkSession.builder().sparkContext(context.sc()).getOrCreate();
  }

  /** Whether the program was told to end; what runs on the cluster should, too. */
  public boolean isStopping() {
    return stopping;
  }

  @Override
  public void run(List<ClusterCommand> commands, ClusterListener listener, BooleanSupplier stop)
      throws ClusterException {
    new CommandJob(this, commands, listener).run(stop);
  }

  @Override
  public <R extends Serializable> List<R> compute(
      List<? extends ClusterWork<R>> work, ReadingListener listener, BooleanSupplier stop)
      throws ClusterException {
    return new WorkJob(context, listener, () -> stopping || stop.getAsBoolean()).run(work);
  }

  @Override
  public Optional<CorpusOutcome> corpus(
      CorpusRequest request, ReadingListener listener, BooleanSupplier stop)
      throws ClusterException {
    return new CorpusJob(context, request, listener, () -> stopping || stop.getAsBoolean()).run();
  }

  @Override
  public Optional<SurveyOutcome> survey(
      SurveyRequest request, ReadingListener listener, BooleanSupplier stop)
      throws ClusterException {
    return new SurveyJob(context, request, listener, () -> stopping || stop.getAsBoolean()).run();
  }

  @Override
  public TrainingProgress train(
      SharedTraining shared,
      Path folder,
      boolean resume,
      TrainingListener listener,
      BooleanSupplier stop)
      throws ClusterException {
    return new TrainingJob(context, shared)
        .run(folder, resume, listener, () -> stopping || stop.getAsBoolean());
  }

  @Override
  public void close() {
    ShutdownHookManager.removeShutdownHook(hook);
    try {
      context.stop();
    } finally {
      closed.countDown();
    }
  }

  private void letStop() {
    stopping = true;
    try {
      closed.await(MOST_SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
