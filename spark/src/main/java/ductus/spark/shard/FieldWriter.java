package ductus.spark.shard;

import java.util.function.IntConsumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes the columns of a row one after another, as the events that Parquet wants. */
final class FieldWriter {
  /** What Parquet calls the items of a list. */
  static final String LIST = "list";

  static final String ELEMENT = "element";

  private final RecordConsumer to;
  private int next;

  FieldWriter(RecordConsumer to) {
    this.to = to;
  }

  void begin() {
    to.startMessage();
    next = 0;
  }

  void end() {
    to.endMessage();
  }

  private void field(String name, Runnable value) {
    to.startField(name, next);
    value.run();
    to.endField(name, next++);
  }

  void text(String name, String value) {
    field(name, () -> to.addBinary(Binary.fromString(value)));
  }

  void bytes(String name, byte[] value) {
    field(name, () -> to.addBinary(Binary.fromConstantByteArray(value)));
  }

  void number(String name, double value) {
    field(name, () -> to.addDouble(value));
  }

  void whole(String name, long value) {
    field(name, () -> to.addLong(value));
  }

  void flag(String name, boolean value) {
    field(name, () -> to.addBoolean(value));
  }

  void list(String name, int[] values) {
    list(name, values.length, i -> to.addInteger(values[i]));
  }

  void list(String name, double[] values) {
    list(name, values.length, i -> to.addDouble(values[i]));
  }

  private void list(String name, int length, IntConsumer item) {
    to.startField(name, next);
    to.startGroup();
    if (length > 0) { // A list without items has no field of items.
      to.startField(LIST, 0);
      for (int i = 0; i < length; i++) {
        to.startGroup();
        to.startField(ELEMENT, 0);
        item.accept(i);
        to.endField(ELEMENT, 0);
        to.endGroup();
      }
      to.endField(LIST, 0);
    }
    to.endGroup();
    to.endField(name, next++);
  }
}
