package ductus.cluster;

import ductus.corpus.ReadingListener;
import ductus.corpus.shard.CorpusManifest;
import ductus.file.BadFileException;
import ductus.inspection.FolderReport;
import ductus.inspection.ink.InkSurvey;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A connection to a cluster; closing it ends what still runs there on its behalf. */
public interface Cluster extends AutoCloseable {
  /**
   * A command line of Ductus for some machine of a cluster.
   *
   * <p>Paths among the arguments must be absolute and of a file system that all machines see. If
   * its machine is lost the command starts again, so its arguments should make that right ({@code
   * --resume} where it trains). It gets the cores of its place ({@code --threads}) unless it says
   * otherwise.
   *
   * @param name what the user knows it by, unique among the commands of a job
   * @param arguments as after {@code ductus} on the command line
   */
  record ClusterCommand(String name, List<String> arguments) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Checked.
     *
     * @throws IllegalArgumentException if there are no arguments
     */
    public ClusterCommand {
      if (arguments.isEmpty()) {
        throw new IllegalArgumentException("command " + name + " must have arguments but had none");
      }
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What a command on a cluster came to.
   *
   * @param command which one
   * @param status its exit status
   * @param out its standard output; of a long one the end
   * @param err its standard error; of a long one the end
   * @param machine the machine that ran it
   */
  record ClusterOutcome(ClusterCommand command, int status, String out, String err, String machine)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Hears what becomes of command lines that were sent to a cluster. */
  @FunctionalInterface
  interface ClusterListener {
    /** A command has ended; called once for each, by one thread at a time. */
    void ended(ClusterOutcome outcome);
  }

  /**
   * Something for some machine of a cluster to compute.
   *
   * @param <R> what comes out
   */
  @FunctionalInterface
  interface ClusterWork<R extends Serializable> extends Serializable {
    /**
     * Computes it.
     *
     * @param cores that are free for it
     */
    R run(int cores) throws BadFileException, IOException;
  }

  /**
   * A request to make a sharded corpus of a folder.
   *
   * @param folder an absolute path or an address such as {@code hdfs://host/folder}, of storage
   *     that all machines see
   * @param encoding of the pieces
   * @param out where the corpus goes, like the folder
   * @param program version of Ductus, for the manifest
   */
  record CorpusRequest(String folder, String encoding, String out, String program)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A corpus that a cluster made.
   *
   * @param manifest what is in it
   * @param leftOut the first {@value #NAMED} inputs that were left out; a file of the corpus names
   *     all
   */
  record CorpusOutcome(CorpusManifest manifest, List<FolderReport.Unread> leftOut) {
    /** Inputs that are named at most. */
    public static final int NAMED = 20;

    public CorpusOutcome {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A request to look through a folder of music or ink.
   *
   * @param folder an absolute path or an address such as {@code hdfs://host/folder}, of storage
   *     that all machines see
   * @param name what the user calls it; the names of its files begin with that
   * @param named most duplicates, and most left-out files, that are named; all are counted
   */
  record SurveyRequest(String folder, String name, int named) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What a cluster found in a folder: music, or where there is none, ink. */
  sealed interface SurveyOutcome {
    /** The outcome of a folder of music. */
    record Music(FolderReport report) implements SurveyOutcome {}

    /**
     * The outcome of a folder of ink.
     *
     * @param survey whose files are on the storage that was looked through
     */
    record Ink(InkSurvey survey) implements SurveyOutcome {}
  }

  /**
   * Runs independent command lines, each on some machine of the cluster exactly as it would run
   * alone. One that fails does not stop the others; one whose machine is lost runs again on
   * another.
   *
   * @param listener hears of each command as it ends, in the order in which they end, on a thread
   *     of the cluster's
   * @param stop asked several times a second; when it says yes the commands that run are
   *     interrupted, the others do not begin, and this method returns
   * @throws ClusterException if the cluster fails, not if a command does
   */
  void run(List<ClusterCommand> commands, ClusterListener listener, BooleanSupplier stop)
      throws ClusterException;

  /**
   * Has machines compute what is independent of each other; what a lost one was at is computed by
   * another.
   *
   * @param listener hears how much is done
   * @param stop asked several times a second
   * @return what came out, in the order of the work
   * @throws ClusterException if some of it fails, the cluster does, or it was stopped
   */
  <R extends Serializable> List<R> compute(
      List<? extends ClusterWork<R>> work, ReadingListener listener, BooleanSupplier stop)
      throws ClusterException;

  /**
   * Makes a sharded corpus of a folder: parsed, each piece once, encoded. What an earlier job with
   * the same request has done is not done again.
   *
   * @param listener hears how many parts of the folder are read
   * @param stop asked several times a second; when it says yes the work ends, to be gone on with
   * @return empty if it was stopped
   * @throws ClusterException if there is no such folder, nothing of the kind is in it, or the
   *     cluster fails
   */
  Optional<CorpusOutcome> corpus(
      CorpusRequest request, ReadingListener listener, BooleanSupplier stop)
      throws ClusterException;

  /**
   * Looks through a folder as {@link FolderReport#read} does here, and where there is no music, as
   * {@link InkSurvey#read} does, with the same figures.
   *
   * @param listener hears how far the work is
   * @param stop asked several times a second
   * @return empty if it was stopped
   * @throws ClusterException if there is no such folder, neither music nor ink is in it, or the
   *     cluster fails
   */
  Optional<SurveyOutcome> survey(
      SurveyRequest request, ReadingListener listener, BooleanSupplier stop)
      throws ClusterException;

  /**
   * Trains one network on many machines, synchronously: as many as the cluster has places for, a
   * power of two and no more than there are shards. It ends with the same weights, bit for bit, as
   * on one machine. Where a machine is lost, the run goes on from its last checkpoint.
   *
   * @param folder of the run, which all machines see and nobody holds
   * @param resume whether to go on from the folder's checkpoint, if there is one
   * @param listener told of batches, not of each one, and of every epoch, on a thread of the
   *     cluster's
   * @param stop asked several times a second
   * @throws ClusterException if the cluster fails, or the training on it
   */
  TrainingProgress train(
      SharedTraining training,
      Path folder,
      boolean resume,
      TrainingListener listener,
      BooleanSupplier stop)
      throws ClusterException;

  @Override
  void close();
}
