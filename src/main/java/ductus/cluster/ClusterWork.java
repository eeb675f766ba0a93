package ductus.cluster;

import ductus.file.BadFileException;
import java.io.IOException;
import java.io.Serializable;

/**
 * Something for some machine of a cluster to compute.
 *
 * @param <R> what comes out
 */
@FunctionalInterface
public interface ClusterWork<R extends Serializable> extends Serializable {
  /**
   * Computes it.
   *
   * @param cores that are free for it
   */
  R run(int cores) throws BadFileException, IOException;
}
