package ductus.cluster;

import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import java.io.IOException;

/**
 * Has a run end behind an epoch although its plan goes on. On each machine, since all of them must
 * end at the same place.
 *
 * @param listener who is told all
 * @param last epoch, counted from 1
 */
record UntilEpoch(TrainingListener listener, int last) implements TrainingListener {
  @Override
  public void resumed(String kernels) {
    listener.resumed(kernels);
  }

  @Override
  public void updated(UpdateReport report) {
    listener.updated(report);
  }

  @Override
  public void improved(EpochMetrics metrics) throws IOException {
    listener.improved(metrics);
  }

  @Override
  public void epochEnded(EpochMetrics metrics) throws IOException {
    listener.epochEnded(metrics);
  }

  @Override
  public boolean isEnough(EpochMetrics metrics) {
    return metrics.epoch() >= last;
  }
}
