package ductus.spark.shard;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import ductus.corpus.hand.HandContent;
import ductus.corpus.shard.ShardRow.RowContent;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.Type;

/** The columns of hands. */
final class HandColumns implements RowColumns {
  private static final String WRITER = "writer";
  private static final String JOINED = "joined";
  private static final String WRITTEN = "written";
  private static final String BORROWS = "borrows";

  @Override
  public List<Type> fields() {
    List<Type> fields = new ArrayList<>();
    fields.add(RowColumns.text(WRITER));
    for (String flag : List.of(JOINED, WRITTEN, BORROWS)) {
      fields.add(RowColumns.one(BOOLEAN, flag));
    }
    HandContent.COUNTS.forEach(name -> fields.add(RowColumns.list(INT32, name)));
    HandContent.COORDINATES.forEach(name -> fields.add(RowColumns.list(DOUBLE, name)));
    return fields;
  }

  @Override
  public List<String> distinct() {
    return List.of(WRITER);
  }

  @Override
  public void write(String hash, RowContent content, FieldWriter to) {
    HandContent hand = (HandContent) content;
    to.text(WRITER, hand.name());
    to.flag(JOINED, hand.joined());
    to.flag(WRITTEN, hand.written());
    to.flag(BORROWS, hand.borrows());
    for (int i = 0; i < HandContent.COUNTS.size(); i++) {
      to.list(HandContent.COUNTS.get(i), hand.ink().counts(i));
    }
    for (int i = 0; i < HandContent.COORDINATES.size(); i++) {
      to.list(HandContent.COORDINATES.get(i), hand.ink().coordinates(i));
    }
  }

  @Override
  public List<RowContent> read(ColumnValues from) {
    List<String> writers = from.values(WRITER, ColumnValues::text);
    List<Boolean> joined = from.values(JOINED, ColumnReader::getBoolean);
    List<Boolean> written = from.values(WRITTEN, ColumnReader::getBoolean);
    List<Boolean> borrows = from.values(BORROWS, ColumnReader::getBoolean);
    List<List<int[]>> counts = HandContent.COUNTS.stream().map(from::wholeLists).toList();
    List<List<double[]>> points = HandContent.COORDINATES.stream().map(from::lists).toList();
    List<RowContent> hands = new ArrayList<>();
    for (int i = 0; i < writers.size(); i++) {
      int row = i;
      HandContent.Ink ink =
          new HandContent.Ink(
              counts.stream().map(list -> list.get(row)).toArray(int[][]::new),
              points.stream().map(list -> list.get(row)).toArray(double[][]::new));
      hands.add(
          new HandContent(writers.get(i), joined.get(i), written.get(i), borrows.get(i), ink));
    }
    return hands;
  }
}
