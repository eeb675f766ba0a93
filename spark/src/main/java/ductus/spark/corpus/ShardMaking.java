package ductus.spark.corpus;

import ductus.file.Sha256;
import ductus.spark.shard.ParquetShard;
import ductus.spark.shard.RowColumns;
import ductus.spark.shard.ShardWriter;
import ductus.corpus.shard.CorpusManifest;
import ductus.corpus.shard.ShardRow;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.Partitioner;
import scala.Tuple2;

/**
 * Makes shards of what was read: a shard has the pieces whose hashes are in its range, sorted by
 * hash; of those that are the same, the first by path.
 */
final class ShardMaking implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Sorts rows by hash and then by path: below all letters and digits. */
  private static final char BETWEEN = '\n';

  private final StagedCorpusFolder space;
  private final String encoding;
  private final int shards;

  /** Of shards, those that are not to be made again. */
  private final BitSet done;

  ShardMaking(StagedCorpusFolder space, String encoding, int shards, BitSet done) {
    this.space = space;
    this.encoding = encoding;
    this.shards = shards;
    this.done = done;
  }

  /**
   * What is said of a shard.
   *
   * @param duplicates left out of it
   * @param tokens of all its rows
   */
  record Done(CorpusManifest.Shard shard, long duplicates, long tokens) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The rows of a part that was read, by hash and path, without those of shards that are done. */
  Iterator<Tuple2<String, ShardRow>> rows(int part) {
    try {
      ParquetShard read = space.openShard(StagedCorpusFolder.read(part));
      ToShard toShard = new ToShard(shards);
      return rows(read)
          .filter(row -> !done.get(toShard.of(row.hash())))
          .map(row -> new Tuple2<>(row.hash() + BETWEEN + row.path(), row))
          .iterator();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Stream<ShardRow> rows(ParquetShard file) {
    return IntStream.range(0, file.groups()).boxed().flatMap(group -> group(file, group).stream());
  }

  private static List<ShardRow> group(ParquetShard file, int number) {
    try {
      return file.group(number);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Makes a shard unless that is done.
   *
   * @param rows sorted by hash and path
   */
  Done make(int number, Iterator<Tuple2<String, ShardRow>> rows) throws IOException {
    if (done.get(number)) {
      return space.readJson(StagedCorpusFolder.done(number), Done.class);
    }
    String aside = space.aside();
    Sorted sorted = new Sorted();
    try {
      try (ShardWriter shard = new ShardWriter(space.output(aside), RowColumns.of(encoding))) {
        space.write(StagedCorpusFolder.repeated(number), to -> sorted.write(rows, shard, to));
      }
      Done result =
          new Done(
              new CorpusManifest.Shard(
                  StagedCorpusFolder.shardName(number),
                  sorted.pieces,
                  space.length(aside),
                  Sha256.hex(sorted.content)),
              sorted.duplicates,
              sorted.length);
      space.place(aside, StagedCorpusFolder.shard(number));
      space.writeJson(StagedCorpusFolder.done(number), result);
      return result;
    } catch (IOException | RuntimeException failed) {
      space.remove(aside);
      throw failed;
    }
  }

  /** Takes each piece once, and says what it took. */
  private static final class Sorted {
    private long pieces;
    private long duplicates;
    private long length;
    private final MessageDigest content = Sha256.digest();

    void write(Iterator<Tuple2<String, ShardRow>> rows, ShardWriter shard, Writer repeated)
        throws IOException {
      String hash = "";
      String original = "";
      while (rows.hasNext()) {
        ShardRow row = rows.next()._2();
        if (row.hash().equals(hash)) {
          new Notice(row.path(), original).write(repeated);
          duplicates++;
        } else {
          hash = row.hash();
          original = row.path();
          shard.write(row);
          row.digested().forEachOrdered(content::update);
          pieces++;
          length += row.content().length();
        }
      }
    }
  }

  /** Sends a key to its shard by the first 32 bits of the hash. */
  static final class ToShard extends Partitioner {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 8;

    private final int shards;

    ToShard(int shards) {
      this.shards = shards;
    }

    @Override
    public int numPartitions() {
      return shards;
    }

    @Override
    public int getPartition(Object key) {
      return of((String) key);
    }

    int of(String hash) {
      return (int) ((Long.parseLong(hash, 0, DIGITS, 16) * shards) >>> 32);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ToShard that && that.shards == shards;
    }

    @Override
    public int hashCode() {
      return shards;
    }
  }
}
