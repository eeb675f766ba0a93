package ductus.spark.shard;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The columns of a shard. */
final class PieceSchema {
  static final String PATH = "path";
  static final String HASH = "hash";
  static final String TEMPO = "quarters_per_minute";
  static final String TOKENS = "tokens";
  static final String SOURCE = "source";

  /** What Parquet calls the items of a list. */
  static final String LIST = "list";

  static final String ELEMENT = "element";

  /** The path of the column of all tokens. */
  static final String[] TOKEN_COLUMN = {TOKENS, LIST, ELEMENT};

  static final MessageType TYPE =
      Types.buildMessage()
          .addField(text(PATH))
          .addField(text(HASH))
          .required(PrimitiveTypeName.DOUBLE)
          .named(TEMPO)
          .addField(Types.requiredList().requiredElement(PrimitiveTypeName.INT32).named(TOKENS))
          .required(PrimitiveTypeName.BINARY)
          .named(SOURCE)
          .named("piece");

  private PieceSchema() {}

  private static Type text(String name) {
    return Types.required(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }
}
