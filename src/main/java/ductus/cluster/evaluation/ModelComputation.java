package ductus.cluster.evaluation;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Something to compute with a model for each of some groups. What comes out for a group depends on
 * it alone, not on the machine or on the groups beside it.
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
