package ductus.cli.option;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.cluster.ClusterProvider;
import ductus.cluster.SharedTask;
import ductus.cluster.evaluation.ClusterModel;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.task.Training;
import ductus.task.TrainingRequest;
import ductus.train.DivergenceException;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --master URL}; to be included with {@code @Mixin}. */
public final class MasterOption {
  @Option(
      names = "--master",
      paramLabel = "URL",
      order = 92,
      description =
          "Apache Spark cluster to do the work, such as spark://host:7077. By default this machine"
              + " alone.")
  private @Nullable String master;

  /** Whether the work goes to a cluster. */
  public boolean isGiven() {
    return master != null;
  }

  /**
   * An evaluation.
   *
   * @param <R> what comes of it
   */
  @FunctionalInterface
  public interface Evaluation<R> {
    /**
     * Evaluates.
     *
     * @param there the model on the cluster that is to measure it; empty if this machine is
     */
    R run(Optional<ClusterModel> there) throws BadFileException, IOException;
  }

  /** Evaluates a model here, or, where a cluster was named, there. */
  public <R> R evaluate(FoundModel model, Console console, Evaluation<R> evaluation)
      throws BadFileException, IOException {
    if (master == null) {
      return evaluation.run(Optional.empty());
    }
    try (StopSignal stop = new StopSignal();
        Cluster cluster = connect();
        Progress progress = console.progress("Measuring")) {
      return evaluation.run(
          Optional.of(ClusterModel.of(cluster, model, progress::reach, stop::isGiven)));
    }
  }

  /**
   * Trains here, or, where a cluster was named, there; the threads there are those of the machines.
   *
   * @param until last epoch of the cluster's for now, counted from 1
   */
  public TrainingProgress train(Training<?> training, TrainingRequest request, int until)
      throws BadFileException, DivergenceException, IOException {
    if (master == null) {
      return training.run(request);
    }
    try (Cluster cluster = connect()) {
      // One of the machines writes into it now.
      request.folder().close();
      return cluster.train(
          SharedTask.of(training, Version.text(), until),
          request.folder().path().toAbsolutePath(),
          request.resume(),
          request.listener(),
          request.stop());
    }
  }

  /**
   * Connects to the cluster that was named.
   *
   * @throws IllegalStateException if none was
   */
  public Cluster connect() throws ClusterException {
    if (master == null) {
      throw new IllegalStateException("no --master was given");
    }
    return ClusterProvider.find().connect(master);
  }
}
