package ductus.cli;

import ductus.cli.option.MasterOption;
import ductus.cluster.Cluster;
import ductus.cluster.SharedTraining;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.workbench.RunFolder;
import ductus.workbench.training.LearningRun;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A training run whose work is done by a cluster.
 *
 * @param run that would do it here
 * @param shared the same for machines to share
 * @param master of the cluster
 */
record ClusterRun(LearningRun run, SharedTraining shared, MasterOption master)
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
  public long size() {
    return run.size();
  }

  /** Each machine checks its own. */
  @Override
  public void requireMemory() {}

  @Override
  public TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws IOException {
    try (Cluster cluster = master.connect()) {
      // One of the machines writes into it now.
      folder.close();
      return cluster.train(shared, folder.path().toAbsolutePath(), resume, listener, stop);
    }
  }
}
