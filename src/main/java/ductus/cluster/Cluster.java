package ductus.cluster;

import ductus.corpus.ReadingListener;
import ductus.inspection.FolderReport;
import ductus.inspection.ink.InkSurvey;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A connection to a cluster; closing it ends what still runs there on its behalf. */
public interface Cluster extends AutoCloseable {
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
