package ductus.cluster;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Tape;
import ductus.workbench.CrewSize;
import ductus.workbench.FoundModel;
import ductus.workbench.ModelCatalogue;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.evaluation.Measure;
import ductus.workbench.evaluation.Measuring;
import ductus.workbench.kind.MusicModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Measures a model of music on the machines of a cluster.
 *
 * @param model name, or path as all machines see it
 * @param sha256 of its file
 * @param listener hears how much is done
 * @param stop asked several times a second
 */
public record ClusterMeasuring(
    Cluster cluster, String model, String sha256, ReadingListener listener, BooleanSupplier stop)
    implements Measuring {
  /** Groups that are sent together: enough for a machine to open the model. */
  private static final int TOGETHER = 4;

  @Override
  public List<double[]> of(Measure measure, List<List<Sequence>> groups) throws ClusterException {
    List<Portion> portions = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += TOGETHER) {
      List<List<Sequence>> some =
          groups.subList(from, Math.min(from + TOGETHER, groups.size())).stream()
              .map(List::copyOf)
              .toList();
      portions.add(new Portion(model, sha256, measure, List.copyOf(some)));
    }
    return cluster.compute(portions, listener, stop).stream().flatMap(Arrays::stream).toList();
  }

  /** Groups for one machine. */
  private record Portion(String model, String sha256, Measure measure, List<List<Sequence>> groups)
      implements ClusterWork<double[][]> {
    private static final long serialVersionUID = 1L;

    @Override
    public double[][] run(int cores) throws BadFileException, IOException {
      FoundModel found = FoundModel.find(model, ModelCatalogue.SHIPPED);
      if (!found.sha256().equals(sha256)) {
        throw new BadFileException(found.path(), "is another model than where the command is");
      }
      Network network = MusicModels.open(found).file().network();
      int side = groups.stream().mapToInt(List::size).max().orElse(1);
      try (Workers workers = new Workers(CrewSize.of(network.config(), side, cores))) {
        Measuring measuring = Measuring.here(network, new Tape(KernelChoice.best(), workers));
        return measuring.of(measure, groups).toArray(double[][]::new);
      }
    }
  }
}
