package ductus.spark.shard;

import ductus.corpus.shard.ShardFormat;
import ductus.corpus.shard.ShardFormat.ShardFile;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.io.LocalInputFile;

/** Opens shards that are files of this machine. */
public final class ParquetShards implements ShardFormat {
  @Override
  public ShardFile open(Path file) throws BadFileException, IOException {
    try {
      return new ParquetShard(new LocalInputFile(file));
    } catch (IOException broken) {
      BadFileException named =
          new BadFileException(file, "not a shard of a corpus: " + Reasons.of(broken));
      named.initCause(broken);
      throw named;
    }
  }
}
