package ductus.spark.shard;

import ductus.corpus.shard.ShardRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes a shard; in one process the same rows give the same bytes. */
public final class ShardWriter implements Closeable {
  /**
   * Rows of a group. A reader that wants one of them decodes all, so they are few; a few hundred
   * tokens each make some 20 kB.
   */
  public static final int GROUP = 64;

  private final ParquetWriter<ShardRow> writer;

  /**
   * Begins a file; one of its name is written over.
   *
   * @param columns of its rows
   */
  public ShardWriter(OutputFile file, RowColumns columns) throws IOException {
    Builder builder =
        new Builder(file, columns)
            // Hadoop's is read from XML for each writer.
            .withConf(new PlainParquetConfiguration())
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withRowGroupRowCountLimit(GROUP)
            .withDictionaryEncoding(RowColumns.PATH, false)
            .withDictionaryEncoding(RowColumns.HASH, false)
            // Tokens are packed to the bits that their dictionary needs, which leaves little to
            // gain, and a reader needs no native library.
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withPageWriteChecksumEnabled(true);
    for (String column : columns.distinct()) {
      builder.withDictionaryEncoding(column, false).withStatisticsEnabled(column, false);
    }
    writer = builder.build();
  }

  /** Adds a row. */
  public void write(ShardRow row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<ShardRow, Builder> {
    private final RowColumns columns;

    Builder(OutputFile file, RowColumns columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    protected WriteSupport<ShardRow> getWriteSupport(Configuration conf) {
      return new RowSupport(columns);
    }

    @Override
    protected WriteSupport<ShardRow> getWriteSupport(ParquetConfiguration conf) {
      return new RowSupport(columns);
    }
  }

  private static final class RowSupport extends WriteSupport<ShardRow> {
    private final RowColumns columns;

    @SuppressWarnings("NullAway.Init") // prepareForWrite comes first.
    private FieldWriter to;

    RowSupport(RowColumns columns) {
      this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    public WriteContext init(Configuration conf) {
      return new WriteContext(columns.type(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration conf) {
      return new WriteContext(columns.type(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      to = new FieldWriter(consumer);
    }

    @Override
    public void write(ShardRow row) {
      to.begin();
      to.text(RowColumns.PATH, row.path());
      to.text(RowColumns.HASH, row.hash());
      columns.write(row.hash(), row.content(), to);
      to.end();
    }
  }
}
