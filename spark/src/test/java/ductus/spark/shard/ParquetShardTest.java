package ductus.spark.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.shard.ShardFormat.ShardFile;
import ductus.corpus.shard.ShardRow;
import ductus.corpus.shard.TuneContent;
import ductus.file.BadFileException;
import ductus.math.Randomness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetShardTest {
  private static final int ROWS = 2 * ShardWriter.GROUP + 3;

  @TempDir private Path folder;

  @Test
  void rowsComeBackAsTheyWere() throws Exception {
    List<ShardRow> rows = rows();
    Path file = write("a.parquet", rows);
    ShardFile shard = new ParquetShards().open(file);
    assertEquals(3, shard.groups());
    List<ShardRow> read = new ArrayList<>();
    for (int i = shard.groups() - 1; i >= 0; i--) {
      read.addAll(0, shard.group(i));
    }
    assertEquals(ROWS, read.size());
    for (int i = 0; i < ROWS; i++) {
      assertEquals(rows.get(i).path(), read.get(i).path());
      assertEquals(rows.get(i).hash(), read.get(i).hash());
      TuneContent tune = (TuneContent) rows.get(i).content();
      TuneContent same = (TuneContent) read.get(i).content();
      assertEquals(tune.quartersPerMinute(), same.quartersPerMinute());
      assertArrayEquals(tune.tokens(), same.tokens());
      assertArrayEquals(tune.source(), same.source());
    }
  }

  @Test
  void theSameRowsAreTheSameBytes() throws IOException {
    Path once = write("a.parquet", rows());
    Path again = write("b.parquet", rows());
    assertEquals(-1, Files.mismatch(once, again));
  }

  @Test
  void noticesAFlippedBit() throws Exception {
    Path file = write("a.parquet", rows());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3] ^= 4;
    Files.write(file, bytes);
    ShardFile shard = new ParquetShards().open(file);
    assertThrows(
        IOException.class,
        () -> {
          for (int i = 0; i < shard.groups(); i++) {
            shard.group(i);
          }
        });
  }

  @Test
  void refusesWhatIsNoShard() throws IOException {
    Path file = Files.writeString(folder.resolve("no.parquet"), "This is a letter, not a table.");
    BadFileException refused =
        assertThrows(BadFileException.class, () -> new ParquetShards().open(file));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("no.parquet: not a shard"), message);
  }

  private Path write(String name, List<ShardRow> rows) throws IOException {
    Path file = folder.resolve(name);
    try (ShardWriter writer = new ShardWriter(new LocalOutputFile(file), RowColumns.of("melody"))) {
      for (ShardRow row : rows) {
        writer.write(row);
      }
    }
    return file;
  }

  /** With tokens, without, with names in other letters, and one longer than the others. */
  private static List<ShardRow> rows() {
    RandomGenerator random = Randomness.of(7);
    List<ShardRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      boolean source = i % 17 == 3;
      int length = source ? 0 : i == 40 ? 5000 : 1 + random.nextInt(60);
      rows.add(
          new ShardRow(
              "Zürich/Ländler %d.mid".formatted(i),
              "%064x".formatted(i),
              new TuneContent(
                  i % 3 == 0 ? "slip jig" : "",
                  source ? 0 : 100.0 / (1 + i),
                  random.ints(length, 0, 300).toArray(),
                  source ? ("MThd" + i).getBytes(StandardCharsets.UTF_8) : new byte[0])));
    }
    return rows;
  }
}
