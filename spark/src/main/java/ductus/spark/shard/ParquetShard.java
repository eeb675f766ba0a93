package ductus.spark.shard;

import ductus.corpus.shard.ShardFormat.ShardFile;
import ductus.corpus.shard.ShardRow;
import ductus.corpus.shard.ShardRow.RowContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;

/**
 * A shard whose footer is held; its file is open only while a group is read, so that a corpus may
 * have more shards than a process may have files.
 */
public final class ParquetShard implements ShardFile {
  private final InputFile file;
  private final ParquetMetadata footer;
  private final RowColumns columns;

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
    columns =
        RowColumns.of(footer.getFileMetaData().getSchema())
            .orElseThrow(() -> new IOException("has other columns than a shard of a corpus"));
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
    FileMetaData known = footer.getFileMetaData();
    ColumnValues values = new ColumnValues(pages, known.getSchema(), known.getCreatedBy());
    List<String> paths = values.values(RowColumns.PATH, ColumnValues::text);
    List<String> hashes = values.values(RowColumns.HASH, ColumnValues::text);
    List<RowContent> contents = columns.read(values);
    List<ShardRow> rows = new ArrayList<>(paths.size());
    for (int i = 0; i < paths.size(); i++) {
      rows.add(new ShardRow(paths.get(i), hashes.get(i), contents.get(i)));
    }
    return rows;
  }
}
