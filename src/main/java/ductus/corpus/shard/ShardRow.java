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
