package ductus.spark.shard;

import ductus.workbench.corpus.shard.ShardRow;
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
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes a shard; in one process the same rows give the same bytes. */
public final class ShardWriter implements Closeable {
  /**
   * Rows of a group. A reader that wants one of them decodes all, so they are few; a few hundred
   * tokens each make some 20 kB.
   */
  public static final int GROUP = 64;

  private final ParquetWriter<ShardRow> writer;

  /** Begins a file; one of its name is written over. */
  public ShardWriter(OutputFile file) throws IOException {
    writer =
        new Builder(file)
            // Hadoop's is read from XML for each writer.
            .withConf(new PlainParquetConfiguration())
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withRowGroupRowCountLimit(GROUP)
            .withDictionaryEncoding(PieceSchema.PATH, false)
            .withDictionaryEncoding(PieceSchema.HASH, false)
            .withDictionaryEncoding(PieceSchema.SOURCE, false)
            // Tokens are packed to the bits that their dictionary needs, which leaves little to
            // gain, and a reader needs no native library.
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withPageWriteChecksumEnabled(true)
            .withStatisticsEnabled(PieceSchema.SOURCE, false)
            .build();
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
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    protected WriteSupport<ShardRow> getWriteSupport(Configuration conf) {
      return new RowSupport();
    }

    @Override
    protected WriteSupport<ShardRow> getWriteSupport(ParquetConfiguration conf) {
      return new RowSupport();
    }
  }

  /** A row as the events that Parquet wants. */
  private static final class RowSupport extends WriteSupport<ShardRow> {
    @SuppressWarnings("NullAway.Init") // prepareForWrite comes first.
    private RecordConsumer to;

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    public WriteContext init(Configuration conf) {
      return new WriteContext(PieceSchema.TYPE, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration conf) {
      return new WriteContext(PieceSchema.TYPE, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      to = consumer;
    }

    @Override
    public void write(ShardRow row) {
      to.startMessage();
      binary(PieceSchema.PATH, 0, Binary.fromString(row.path()));
      binary(PieceSchema.HASH, 1, Binary.fromString(row.hash()));
      to.startField(PieceSchema.TEMPO, 2);
      to.addDouble(row.quartersPerMinute());
      to.endField(PieceSchema.TEMPO, 2);
      to.startField(PieceSchema.TOKENS, 3);
      to.startGroup();
      tokens(row.tokens());
      to.endGroup();
      to.endField(PieceSchema.TOKENS, 3);
      binary(PieceSchema.SOURCE, 4, Binary.fromConstantByteArray(row.source()));
      to.endMessage();
    }

    private void binary(String name, int index, Binary value) {
      to.startField(name, index);
      to.addBinary(value);
      to.endField(name, index);
    }

    /** A list without items has no field of items. */
    private void tokens(int[] tokens) {
      if (tokens.length == 0) {
        return;
      }
      to.startField(PieceSchema.LIST, 0);
      for (int token : tokens) {
        to.startGroup();
        to.startField(PieceSchema.ELEMENT, 0);
        to.addInteger(token);
        to.endField(PieceSchema.ELEMENT, 0);
        to.endGroup();
      }
      to.endField(PieceSchema.LIST, 0);
    }
  }
}
