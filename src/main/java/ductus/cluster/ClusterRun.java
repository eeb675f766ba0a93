package ductus.cluster;

import ductus.run.LearningRun;
import ductus.run.RunFolder;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A training run whose work is done by a cluster.
 *
 * @param run that would do it here
 * @param shared the same for machines to share
 * @param master of the cluster
 */
public record ClusterRun(LearningRun run, SharedTraining shared, String master)
    implements LearningRun {
  @Override
  public int pieces() {
    return run.pieces();
  }

  @Override
  public int heldOut() {
    return run.heldOut();
  }

  @Override
  public String target() {
    return run.target();
  }

  @Override
  public long size() {
    return run.size();
  }

  /** Each machine checks its own. */
  @Override
  public void requireMemory() {}

  /** The threads are those of the machines. */
  @Override
  public TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws IOException {
    try (Cluster cluster = ClusterProvider.find().connect(master)) {
      // One of the machines writes into it now.
      folder.close();
      return cluster.train(shared, folder.path().toAbsolutePath(), resume, listener, stop);
    }
  }
}
