package ductus.corpus.shard;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Opens shards of a format; found by {@link ServiceLoader}. */
public interface ShardFormat {
  /** An open shard, whose rows are read in groups; may be read by several threads. */
  interface ShardFile {
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

  /**
   * Opens a shard.
   *
   * @throws BadFileException if it is none
   */
  ShardFile open(Path file) throws BadFileException, IOException;

  /**
   * The format that is on the class path, or else among the jars that {@code ./ductus spark setup}
   * fetched.
   *
   * @param corpus for the complaint
   * @throws BadFileException if there is none; says how to get it
   */
  static ShardFormat find(Path corpus) throws BadFileException, IOException {
    Optional<ShardFormat> here = ServiceLoader.load(ShardFormat.class).findFirst();
    if (here.isPresent()) {
      return here.get();
    }
    return FetchedFormat.find()
        .orElseThrow(
            () ->
                new BadFileException(
                    corpus,
                    "is a corpus of Parquet files, whose reader is not there; run './ductus spark"
                        + " setup' once"));
  }
}
