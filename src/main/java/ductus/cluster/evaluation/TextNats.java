package ductus.cluster.evaluation;

import ductus.cluster.evaluation.ClusterModel.ModelComputation;
import ductus.file.BadFileException;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.Sequence;
import ductus.model.place.FoundModel;
import ductus.task.language.TextModel;
import ductus.task.language.TextScoring;
import java.io.IOException;
import java.util.List;

/** The nats of passages of text, token by token. */
public record TextNats() implements ModelComputation<List<Sequence>, double[]> {
  private static final long serialVersionUID = 1L;

  /** Has a cluster score passages. */
  public static GroupComputation<List<Sequence>, double[]> by(ClusterModel model) {
    return groups -> model.each(new TextNats(), groups, ClusterModel.TOGETHER);
  }

  @Override
  public List<double[]> of(FoundModel found, List<List<Sequence>> groups, int cores)
      throws BadFileException, IOException {
    TextModel model = TextModel.of(found);
    try (Workers workers = new Workers(cores)) {
      return GroupComputation.here(new TextScoring(model, workers)::nats).of(groups);
    }
  }
}
