package ductus.spark.training;

import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something that the first rank tells the program that sent the work: one of its components.
 *
 * @param kernels of a run that goes on
 * @param update that was made
 * @param epoch that has ended
 */
record RankReport(
    @Nullable String kernels, @Nullable UpdateReport update, @Nullable EpochMetrics epoch) {
  void tell(TrainingListener listener) throws IOException {
    if (kernels != null) {
      listener.resumed(kernels);
    }
    if (update != null) {
      listener.updated(update);
    }
    if (epoch != null) {
      listener.epochEnded(epoch);
    }
  }
}
