package ductus.spark.shard;

import ductus.corpus.hand.ShardedHands;
import ductus.corpus.shard.ShardRow.RowContent;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The columns of a kind of pieces, behind those of path and hash that all shards have. */
public interface RowColumns {
  /** Of all shards. */
  String PATH = "path";

  /** Of all shards. */
  String HASH = "hash";

  /** The columns of pieces of an encoding. */
  static RowColumns of(String encoding) {
    return encoding.equals(ShardedHands.ENCODING) ? new HandColumns() : new TuneColumns();
  }

  /** Those that a file has; empty if it is no shard. */
  static Optional<RowColumns> of(MessageType type) {
    return List.<RowColumns>of(new TuneColumns(), new HandColumns()).stream()
        .filter(columns -> columns.type().equals(type))
        .findFirst();
  }

  /** The columns in their order. */
  List<Type> fields();

  /** Of them, those whose values are all different. */
  List<String> distinct();

  /**
   * Writes what a row has in the columns, in their order.
   *
   * @param hash of the row
   */
  void write(String hash, RowContent content, FieldWriter to);

  /** What the rows have in the columns. */
  List<RowContent> read(ColumnValues from);

  /** All columns of a shard. */
  default MessageType type() {
    return Types.buildMessage()
        .addField(text(PATH))
        .addField(text(HASH))
        .addFields(fields().toArray(Type[]::new))
        .named("piece");
  }

  /** A column of text. */
  static Type text(String name) {
    return Types.required(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }

  /** A column of one value each. */
  static Type one(PrimitiveTypeName type, String name) {
    return Types.required(type).named(name);
  }

  /** A column of lists. */
  static Type list(PrimitiveTypeName type, String name) {
    return Types.requiredList().requiredElement(type).named(name);
  }
}
