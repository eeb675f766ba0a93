package ductus.spark;

import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.cluster.ClusterProvider;

/** Connects to a Spark cluster. */
public final class SparkProvider implements ClusterProvider {
  @Override
  public Cluster connect(String master) throws ClusterException {
    SparkLog.quiet();
    return SparkCluster.connect(SparkSettings.of(master));
  }
}
