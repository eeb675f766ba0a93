package ductus.cluster;

import java.util.Iterator;
import java.util.ServiceLoader;

/** Connects to clusters of one kind; found on the class path by {@link ServiceLoader}. */
public interface ClusterProvider {
  /**
   * Connects to a cluster, within a bounded time.
   *
   * @param master where it is, such as {@code spark://host:7077}, or {@code local[2]} for threads
   *     of this process
   * @throws ClusterException if it cannot be reached or does not fit
   */
  Cluster connect(String master) throws ClusterException;

  /**
   * The provider on the class path.
   *
   * @throws ClusterException if there is none; says how to get it
   */
  static ClusterProvider find() throws ClusterException {
    Iterator<ClusterProvider> found = ServiceLoader.load(ClusterProvider.class).iterator();
    if (found.hasNext()) {
      return found.next();
    }
    throw new ClusterException(
        "--master needs Apache Spark, which is not there; run './ductus spark setup' once, and"
            + " start with ./ductus");
  }
}
