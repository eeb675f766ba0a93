package ductus.cluster;

/** Hears what becomes of command lines that were sent to a cluster. */
@FunctionalInterface
public interface ClusterListener {
  /** A command has ended; called once for each, by one thread at a time. */
  void ended(ClusterOutcome outcome);
}
