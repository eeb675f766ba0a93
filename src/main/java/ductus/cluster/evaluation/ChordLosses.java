package ductus.cluster.evaluation;

import ductus.cluster.evaluation.ClusterModel.ModelComputation;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.Network;
import ductus.model.place.FoundModel;
import ductus.music.frames.Frames;
import ductus.task.music.frames.ChordScoring;
import ductus.task.music.frames.FrameEvaluation.FrameScoring;
import ductus.task.music.frames.FrameLoss;
import ductus.task.music.model.MusicModels;
import java.io.IOException;
import java.util.List;

/** How well chords are predicted that a network draws note by note. */
public record ChordLosses() implements ModelComputation<List<Frames>, FrameLoss> {
  private static final long serialVersionUID = 1L;

  /** Scores by a cluster. */
  public static FrameScoring by(ClusterModel model) {
    return ChordScoring.by(groups -> model.each(new ChordLosses(), groups, ClusterModel.TOGETHER));
  }

  @Override
  public List<FrameLoss> of(FoundModel found, List<List<Frames>> groups, int cores)
      throws BadFileException, IOException {
    Network network = MusicModels.open(found).file().network();
    try (Workers workers = new Workers(cores)) {
      ChordScoring scoring = new ChordScoring(network, KernelChoice.best(), workers);
      return GroupComputation.here(scoring::together).of(groups);
    }
  }
}
