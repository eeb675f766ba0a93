package ductus.cluster;

import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.report.FolderReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A cluster that is none: commands end in turn, each as it is told. */
public final class CommandCluster implements Cluster {
  /** What becomes of commands. */
  @FunctionalInterface
  public interface Machine {
    /** Runs one. */
    ClusterOutcome run(ClusterCommand command) throws ClusterException;
  }

  private final Machine machine;
  private final List<ClusterCommand> sent = new ArrayList<>();

  /** One whose machine does this with each command. */
  public CommandCluster(Machine machine) {
    this.machine = machine;
  }

  /** What it was asked to run. */
  public List<ClusterCommand> sent() {
    return sent;
  }

  @Override
  public void run(List<ClusterCommand> commands, ClusterListener listener, BooleanSupplier stop)
      throws ClusterException {
    for (ClusterCommand command : commands) {
      if (!stop.getAsBoolean()) {
        sent.add(command);
        listener.ended(machine.run(command));
      }
    }
  }

  @Override
  public Optional<CorpusOutcome> corpus(
      CorpusRequest request, ReadingListener listener, BooleanSupplier stop) {
    throw new UnsupportedOperationException("runs commands only");
  }

  @Override
  public Optional<FolderReport> survey(
      SurveyRequest request, ReadingListener listener, BooleanSupplier stop) {
    throw new UnsupportedOperationException("runs commands only");
  }

  @Override
  public TrainingProgress train(
      SharedTraining training,
      Path folder,
      boolean resume,
      TrainingListener listener,
      BooleanSupplier stop) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
