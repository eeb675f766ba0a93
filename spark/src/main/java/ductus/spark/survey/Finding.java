package ductus.spark.survey;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a place of the folder: a piece, or why there is none.
 *
 * @param path from the folder on
 * @param hash of the piece; empty if there is none
 * @param piece null if there is none
 * @param refusal why; empty if there is one
 * @param isFile whether the place is a file, not a folder that cannot be opened
 */
record Finding<P>(String path, String hash, @Nullable P piece, String refusal, boolean isFile)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By which findings are sorted: pieces that are the same stand together, the first by path. */
  Place place() {
    return new Place(hash, path);
  }

  /**
   * Where a finding is put.
   *
   * @param hash of the piece; empty if there is none
   */
  record Place(String hash, String path) implements Comparable<Place>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compareTo(Place other) {
      int byHash = hash.compareTo(other.hash);
      return byHash == 0 ? path.compareTo(other.path) : byHash;
    }
  }
}
