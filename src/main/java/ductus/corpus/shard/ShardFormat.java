package ductus.corpus.shard;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** Opens shards of a format; found by {@link ServiceLoader}. */
public interface ShardFormat {
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
