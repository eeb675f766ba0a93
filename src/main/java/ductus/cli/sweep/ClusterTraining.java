package ductus.cli.sweep;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.RemoteError;
import ductus.cluster.Cluster;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.ClusterException;
import ductus.sweep.RungTraining;
import ductus.sweep.SweepFolder;
import ductus.sweep.SweepRun;
import ductus.task.Task;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Trains the runs of a sweep on the machines of a cluster: each is a command line that trains,
 * which goes on from the run's checkpoint wherever it is started. All machines must see the sweep's
 * folder and the pieces.
 */
final class ClusterTraining implements RungTraining<ClusterException> {
  private final Task<?> task;
  private final Cluster cluster;
  private final SweepFolder folder;
  private boolean leftOut;

  ClusterTraining(Task<?> task, Cluster cluster, SweepFolder folder) {
    this.task = task;
    this.cluster = cluster;
    this.folder = folder;
  }

  /** Whether a run left a file out of what it learned from. */
  boolean hasLeftOut() {
    return leftOut;
  }

  @Override
  public void train(List<SweepRun> runs, int until, RungListener watch, BooleanSupplier stop)
      throws ClusterException {
    Map<String, SweepRun> named = new HashMap<>();
    runs.forEach(run -> named.put(run.words(), run));
    cluster.run(
        runs.stream().map(run -> command(run, until)).toList(),
        outcome -> {
          SweepRun run = named.get(outcome.command().name());
          if (run != null) {
            end(run, outcome, until, watch);
          }
        },
        stop);
  }

  private ClusterCommand command(SweepRun run, int until) {
    List<String> line = new ArrayList<>(List.of(task.command().split(" ", -1)));
    line.addAll(
        List.of(
            "--config",
            folder.config(run.configuration()).toString(),
            "--seed",
            String.valueOf(run.seed()),
            "--until",
            String.valueOf(until),
            "--resume",
            "--out",
            run.folder().toString(),
            "--quiet"));
    return new ClusterCommand(run.words(), line);
  }

  private void end(SweepRun run, ClusterOutcome outcome, int until, RungListener watch) {
    switch (outcome.status()) {
      case ExitStatus.DONE -> reach(run, outcome, until, watch);
      case ExitStatus.LEFT_OUT -> {
        leftOut = true;
        reach(run, outcome, until, watch);
      }
      default -> watch.failed(run, RemoteError.of(outcome));
    }
  }

  private static void reach(SweepRun run, ClusterOutcome outcome, int until, RungListener watch) {
    if (Files.exists(run.folder())) {
      watch.reached(run, until, "");
    } else {
      watch.failed(run, RemoteError.ofAnotherFolder(outcome));
    }
  }
}
