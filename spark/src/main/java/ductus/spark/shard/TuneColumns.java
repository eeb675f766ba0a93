package ductus.spark.shard;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import ductus.corpus.Corpus;
import ductus.corpus.shard.ShardRow.RowContent;
import ductus.corpus.shard.TuneContent;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.Type;

/** The columns of music. */
final class TuneColumns implements RowColumns {
  private static final String DANCE = "dance";
  private static final String TEMPO = "quarters_per_minute";
  private static final String TOKENS = "tokens";
  private static final String SOURCE = "source";

  /** For those who split a corpus themselves; Ductus has it from the hash. */
  private static final String SPLIT_ORDER = "split_order";

  /** The seed that trainings have where no other is asked for. */
  private static final long SPLIT_SEED = 1;

  @Override
  public List<Type> fields() {
    return List.of(
        RowColumns.text(DANCE),
        RowColumns.one(DOUBLE, TEMPO),
        RowColumns.list(INT32, TOKENS),
        RowColumns.one(BINARY, SOURCE),
        RowColumns.one(INT64, SPLIT_ORDER));
  }

  @Override
  public List<String> distinct() {
    return List.of(SOURCE, SPLIT_ORDER);
  }

  @Override
  public void write(String hash, RowContent content, FieldWriter to) {
    TuneContent tune = (TuneContent) content;
    to.text(DANCE, tune.dance());
    to.number(TEMPO, tune.quartersPerMinute());
    to.list(TOKENS, tune.tokens());
    to.bytes(SOURCE, tune.source());
    to.whole(SPLIT_ORDER, Corpus.splitOrder(hash, SPLIT_SEED));
  }

  @Override
  public List<RowContent> read(ColumnValues from) {
    List<String> dances = from.values(DANCE, ColumnValues::text);
    List<Double> tempos = from.values(TEMPO, ColumnReader::getDouble);
    List<int[]> tokens = from.wholeLists(TOKENS);
    List<byte[]> sources = from.values(SOURCE, column -> column.getBinary().getBytes());
    List<RowContent> tunes = new ArrayList<>();
    for (int i = 0; i < tempos.size(); i++) {
      tunes.add(new TuneContent(dances.get(i), tempos.get(i), tokens.get(i), sources.get(i)));
    }
    return tunes;
  }
}
