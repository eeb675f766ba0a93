package ductus.spark.shard;

import ductus.workbench.corpus.shard.ShardFile;
import ductus.workbench.corpus.shard.ShardRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;

/**
 * A shard whose footer is held; its file is open only while a group is read, so that a corpus may
 * have more shards than a process may have files.
 */
public final class ParquetShard implements ShardFile {
  private static final int FIRST_TOKENS = 256;

  private final InputFile file;
  private final ParquetMetadata footer;

  /**
   * Reads a file's footer.
   *
   * @throws IOException if it cannot be read, or has other columns
   */
  public ParquetShard(InputFile file) throws IOException {
    this.file = file;
    try (ParquetFileReader reader = ParquetFileReader.open(file, options())) {
      footer = reader.getFooter();
    } catch (RuntimeException broken) {
      // What Parquet says of a file that is none.
      throw new IOException(String.valueOf(broken.getMessage()), broken);
    }
    if (!footer.getFileMetaData().getSchema().equals(PieceSchema.TYPE)) {
      throw new IOException("has other columns than a shard of a corpus");
    }
  }

  private static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .usePageChecksumVerification(true)
        .build();
  }

  @Override
  public int groups() {
    return footer.getBlocks().size();
  }

  /** Number of rows in all groups. */
  public long rows() {
    return footer.getBlocks().stream().mapToLong(block -> block.getRowCount()).sum();
  }

  @Override
  public List<ShardRow> group(int number) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(file, footer, options(), file.newStream())) {
      return rows(reader.readRowGroup(number));
    } catch (RuntimeException broken) {
      throw new IOException(String.valueOf(broken.getMessage()), broken);
    }
  }

  private List<ShardRow> rows(PageReadStore pages) {
    int count = Math.toIntExact(pages.getRowCount());
    ColumnReadStoreImpl columns =
        new ColumnReadStoreImpl(
            pages, new Unheard(), PieceSchema.TYPE, footer.getFileMetaData().getCreatedBy());
    List<String> paths = values(columns, PieceSchema.PATH, count, ParquetShard::text);
    List<String> hashes = values(columns, PieceSchema.HASH, count, ParquetShard::text);
    List<Double> tempos = values(columns, PieceSchema.TEMPO, count, ColumnReader::getDouble);
    List<byte[]> sources =
        values(columns, PieceSchema.SOURCE, count, column -> column.getBinary().getBytes());
    List<int[]> tokens = tokens(columns, count);
    List<ShardRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(
          new ShardRow(paths.get(i), hashes.get(i), tempos.get(i), tokens.get(i), sources.get(i)));
    }
    return rows;
  }

  private static String text(ColumnReader column) {
    return column.getBinary().toStringUsingUTF8();
  }

  private static <V> List<V> values(
      ColumnReadStoreImpl columns, String name, int count, Function<ColumnReader, V> value) {
    ColumnReader column =
        columns.getColumnReader(PieceSchema.TYPE.getColumnDescription(new String[] {name}));
    List<V> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(value.apply(column));
      column.consume();
    }
    return values;
  }

  /** A repetition level of 0 begins a row, a definition level of 0 says that it has no tokens. */
  private static List<int[]> tokens(ColumnReadStoreImpl columns, int count) {
    ColumnReader column =
        columns.getColumnReader(PieceSchema.TYPE.getColumnDescription(PieceSchema.TOKEN_COLUMN));
    List<int[]> rows = new ArrayList<>(count);
    int[] tokens = new int[FIRST_TOKENS];
    for (int i = 0; i < count; i++) {
      int length = 0;
      do {
        if (column.getCurrentDefinitionLevel() > 0) {
          if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
          }
          tokens[length++] = column.getInteger();
        }
        column.consume();
      } while (column.getCurrentRepetitionLevel() > 0);
      rows.add(Arrays.copyOf(tokens, length));
    }
    return rows;
  }
}
