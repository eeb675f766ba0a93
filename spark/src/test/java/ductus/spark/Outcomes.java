package ductus.spark;

import ductus.cluster.Cluster.ClusterListener;
import ductus.cluster.Cluster.ClusterOutcome;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What became of the commands of a test, by name. */
final class Outcomes implements ClusterListener {
  private final Map<String, ClusterOutcome> all = new ConcurrentHashMap<>();

  @Override
  public void ended(ClusterOutcome outcome) {
    if (all.put(outcome.command().name(), outcome) != null) {
      throw new IllegalStateException(outcome.command().name() + " ended twice");
    }
  }

  /** That of one that has ended. */
  ClusterOutcome of(String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  /** How many have ended. */
  int count() {
    return all.size();
  }
}
