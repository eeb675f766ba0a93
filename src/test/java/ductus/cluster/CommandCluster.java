package ductus.cluster;

import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterListener;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.Cluster.ClusterWork;
import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.cluster.Cluster.SurveyOutcome;
import ductus.cluster.Cluster.SurveyRequest;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
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
  public <R extends Serializable> List<R> compute(
      List<? extends ClusterWork<R>> work, ReadingListener listener, BooleanSupplier stop)
      throws ClusterException {
    List<R> done = new ArrayList<>();
    for (ClusterWork<R> each : work) {
      try {
        done.add(sent(sent(each).run(1)));
      } catch (BadFileException | IOException failed) {
        throw new ClusterException(String.valueOf(failed.getMessage()), failed);
      }
      listener.progress(done.size(), work.size());
    }
    return done;
  }

  /** What arrives of something that is sent. */
  @SuppressWarnings("unchecked")
  private static <T extends Serializable> T sent(T thing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thing);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<CorpusOutcome> corpus(
      CorpusRequest request, ReadingListener listener, BooleanSupplier stop) {
    throw new UnsupportedOperationException("runs commands only");
  }

  @Override
  public Optional<SurveyOutcome> survey(
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
