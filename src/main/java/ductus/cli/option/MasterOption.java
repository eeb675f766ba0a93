package ductus.cli.option;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.cluster.ClusterProvider;
import ductus.cluster.ClusterRun;
import ductus.cluster.SharedRun;
import ductus.cluster.evaluation.ClusterModel;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.run.LearningRun;
import ductus.run.ShareableRun;
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

  /** A run that trains here, or, where a cluster was named, there. */
  public LearningRun place(ShareableRun run, SharedRun.TaskKind matter) {
    return place(run, matter, Integer.MAX_VALUE);
  }

  /**
   * The same.
   *
   * @param until last epoch of the cluster's for now, counted from 1
   */
  public LearningRun place(ShareableRun run, SharedRun.TaskKind matter, int until) {
    return master == null
        ? run
        : new ClusterRun(run, SharedRun.of(matter, run, Version.text()).endingWith(until), master);
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
