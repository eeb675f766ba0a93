package ductus.metric;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Computes something of each of some groups. What comes out for a group depends on it alone, so it
 * is the same wherever it is computed.
 *
 * @param <G> the kind of group
 * @param <R> what comes out
 */
@FunctionalInterface
public interface GroupComputation<G, R> {
  /** The results of the groups, in their order. */
  List<R> of(List<G> groups) throws IOException;

  /** Returns a computation by this machine, one group after another. */
  static <G, R> GroupComputation<G, R> here(Function<G, R> computation) {
    return groups -> groups.stream().map(computation).toList();
  }
}
