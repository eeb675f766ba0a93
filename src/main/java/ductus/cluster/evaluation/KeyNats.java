package ductus.cluster.evaluation;

import ductus.cluster.evaluation.ClusterModel.ModelComputation;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameSequence;
import ductus.model.place.FoundModel;
import ductus.task.music.frames.FrameEvaluation.FrameScoring;
import ductus.task.music.frames.KeyScoring;
import java.io.IOException;
import java.util.List;

/** The nats of frames whose keys a network predicts one by one. */
public record KeyNats() implements ModelComputation<List<FrameSequence>, Double> {
  private static final long serialVersionUID = 1L;

  /** Scores by a cluster. */
  public static FrameScoring by(ClusterModel model) {
    return KeyScoring.by(groups -> model.each(new KeyNats(), groups, ClusterModel.TOGETHER));
  }

  @Override
  public List<Double> of(FoundModel found, List<List<FrameSequence>> groups, int cores)
      throws BadFileException, IOException {
    FrameNetwork network = found.open(FrameNetwork.KIND).network();
    try (Workers workers = new Workers(cores)) {
      KeyScoring scoring = new KeyScoring(network, KernelChoice.best(), workers);
      return GroupComputation.here(scoring::nats).of(groups);
    }
  }
}
