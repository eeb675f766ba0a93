package ductus.corpus.shard;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * A piece as a row of a shard.
 *
 * @param path of the file, from the corpus' folder on, with slashes
 * @param hash of the content: rows with the same hash are the same piece
 * @param content what the piece says
 */
public record ShardRow(String path, String hash, RowContent content) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What a row says of its piece beside its path and hash: one class a kind of pieces. Immutable.
   */
  public interface RowContent extends Serializable {
    /** The length of the piece: tokens, or points of the pen. */
    long length();

    /** The content as bytes, for digests. */
    Stream<byte[]> digested();

    /** About so many bytes of memory. */
    long memory();
  }

  /** Returns this row for another path. */
  public ShardRow at(String otherPath) {
    return new ShardRow(otherPath, hash, content);
  }

  /** The content of the row as bytes, for digests. */
  public Stream<byte[]> digested() {
    return Stream.concat(
        Stream.of((path + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8)),
        content.digested());
  }

  /** About so many bytes of memory. */
  long memory() {
    return 200 + path.length() + content.memory();
  }
}
