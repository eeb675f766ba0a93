package ductus.corpus.shard;

import java.io.IOException;
import java.util.List;

/** An open shard, whose rows are read in groups; may be read by several threads. */
public interface ShardFile {
  /** Number of groups. */
  int groups();

  /**
   * The rows of a group, in their order.
   *
   * @param number from 0
   * @throws IOException if the file is broken or cannot be read
   */
  List<ShardRow> group(int number) throws IOException;
}
