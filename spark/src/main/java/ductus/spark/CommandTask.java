package ductus.spark;

import ductus.cli.Ductus;
import ductus.cli.console.ExitStatus;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterOutcome;
import java.io.PrintWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import scala.Function1;
import scala.collection.Iterator;

/** Runs one command line on an executor. */
final class CommandTask
    implements Function1<Iterator<ClusterCommand>, ClusterOutcome>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final String THREADS = "--threads";

  /**
   * Characters of standard output that are kept: it may be a result as JSON, which is of no use
   * without its beginning. The longest names 64 tunes' files, five each, by paths of up to 4096.
   */
  static final int MOST_OUT = 1 << 22;

  /** Characters of standard error that are kept: the last complaint is what counts. */
  private static final int MOST_ERR = 1 << 14;

  @Override
  public ClusterOutcome apply(Iterator<ClusterCommand> task) {
    ClusterCommand command = task.next();
    TailWriter out = new TailWriter(MOST_OUT);
    TailWriter err = new TailWriter(MOST_ERR);
    int status;
    try {
      status =
          Ductus.run(
              withThreads(command.arguments(), TaskContext.get().cpus()),
              new PrintWriter(out),
              new PrintWriter(err));
    } catch (LinkageError | StackOverflowError | AssertionError e) {
      // Thrown on, it would end the whole job and the other commands with it.
      status = ExitStatus.FAILED;
      new PrintWriter(err).println("ductus: an error in Ductus itself: " + e);
    }
    return new ClusterOutcome(
        command,
        status,
        out.text(),
        err.text(),
        SparkEnv.get().blockManager().blockManagerId().host());
  }

  /** Each command has as many cores as its place; by itself it would take all of the machine. */
  private static List<String> withThreads(List<String> arguments, int cores) {
    boolean given =
        arguments.stream().anyMatch(each -> each.equals(THREADS) || each.startsWith(THREADS + "="));
    if (given) {
      return arguments;
    }
    List<String> all = new ArrayList<>(arguments);
    int end = all.indexOf("--");
    all.addAll(end < 0 ? all.size() : end, List.of(THREADS, String.valueOf(cores)));
    return all;
  }
}
