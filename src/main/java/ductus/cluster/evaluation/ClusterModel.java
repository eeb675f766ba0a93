package ductus.cluster.evaluation;

import ductus.cluster.Cluster;
import ductus.cluster.Cluster.ClusterWork;
import ductus.cluster.ClusterException;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelPlace;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A model that the machines of a cluster open, each for its share of some work.
 *
 * @param model the name of one that ships, or its path as all machines see it
 * @param ships which of both
 * @param sha256 of its file
 * @param listener hears how much is done
 * @param stop asked several times a second
 */
public record ClusterModel(
    Cluster cluster,
    String model,
    boolean ships,
    String sha256,
    ReadingListener listener,
    BooleanSupplier stop) {
  /** Groups of sequences that are sent together: enough to be worth opening the model. */
  static final int TOGETHER = 4;

  /**
   * Something to compute with a model for each of some groups. What comes out for a group depends
   * on it alone, not on the machine or on the groups beside it.
   *
   * @param <G> the kind of group
   * @param <R> what comes out
   */
  @FunctionalInterface
  public interface ModelComputation<G, R> extends Serializable {
    /**
     * Computes it.
     *
     * @param cores that are free for it
     * @return what comes out for each group, in their order
     */
    List<R> of(FoundModel model, List<G> groups, int cores) throws BadFileException, IOException;
  }

  /** The model that was found on this machine, as the cluster is to see it. */
  public static ClusterModel of(
      Cluster cluster, FoundModel found, ReadingListener listener, BooleanSupplier stop) {
    ModelPlace place = found.place();
    return new ClusterModel(
        cluster, place.lastingName(), place.ships(), found.sha256(), listener, stop);
  }

  /**
   * Has machines compute something of each group.
   *
   * @param together groups that are sent together: enough to be worth opening the model
   * @return what came out, in the order of the groups
   * @throws ClusterException if a machine sees another model, the cluster fails, or it was stopped
   */
  public <G, R> List<R> each(ModelComputation<G, R> work, List<G> groups, int together)
      throws ClusterException {
    List<Portion<G, R>> portions = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += together) {
      List<G> some = List.copyOf(groups.subList(from, Math.min(from + together, groups.size())));
      portions.add(new Portion<>(model, ships, sha256, work, some));
    }
    return cluster.compute(portions, listener, stop).stream().flatMap(List::stream).toList();
  }

  /** Groups for one machine. */
  private record Portion<G, R>(
      String model, boolean ships, String sha256, ModelComputation<G, R> work, List<G> groups)
      implements ClusterWork<ArrayList<R>> {
    private static final long serialVersionUID = 1L;

    @Override
    public ArrayList<R> run(int cores) throws BadFileException, IOException {
      FoundModel found = FoundModel.find(model, ships ? List.of(model) : List.of());
      if (!found.sha256().equals(sha256)) {
        throw new BadFileException(found.path(), "is another model than where the command is");
      }
      return new ArrayList<>(work.of(found, groups, cores));
    }
  }
}
