package ductus.cluster.evaluation;

import ductus.cluster.ClusterException;
import ductus.cluster.evaluation.ClusterModel.ModelComputation;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.place.FoundModel;
import ductus.nn.Tape;
import ductus.run.ThreadCount;
import ductus.task.music.evaluation.Measuring;
import ductus.task.music.evaluation.NatsMetric;
import ductus.task.music.model.MusicModels;
import java.io.IOException;
import java.util.List;

/** Measures a model of music on the machines of a cluster. */
public record ClusterMeasuring(ClusterModel model) implements Measuring {
  @Override
  public List<double[]> of(NatsMetric measure, List<List<Sequence>> groups)
      throws ClusterException {
    return model.each(new Nats(measure), groups, ClusterModel.TOGETHER);
  }

  /** What of the nats is asked for. */
  private record Nats(NatsMetric measure) implements ModelComputation<List<Sequence>, double[]> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<double[]> of(FoundModel model, List<List<Sequence>> groups, int cores)
        throws BadFileException, IOException {
      Network network = MusicModels.open(model).file().network();
      int side = groups.stream().mapToInt(List::size).max().orElse(1);
      try (Workers workers = new Workers(ThreadCount.of(network.config(), side, cores))) {
        return Measuring.here(network, new Tape(KernelChoice.best(), workers)).of(measure, groups);
      }
    }
  }
}
