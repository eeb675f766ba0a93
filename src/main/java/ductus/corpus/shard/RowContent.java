package ductus.corpus.shard;

import java.io.Serializable;
import java.util.stream.Stream;

/** What a row says of its piece beside its path and hash: one class a kind of pieces. Immutable. */
public interface RowContent extends Serializable {
  /** The length of the piece: tokens, or points of the pen. */
  long length();

  /** The content as bytes, for digests. */
  Stream<byte[]> digested();

  /** About so many bytes of memory. */
  long memory();
}
