package ductus.spark.shard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.schema.MessageType;

/** The values of a group's columns, a row's each. */
final class ColumnValues {
  private static final int FIRST_ITEMS = 256;

  private final ColumnReadStoreImpl columns;
  private final MessageType type;
  private final int rows;

  ColumnValues(PageReadStore pages, MessageType type, String createdBy) {
    columns = new ColumnReadStoreImpl(pages, new IgnoringConverter(), type, createdBy);
    this.type = type;
    rows = Math.toIntExact(pages.getRowCount());
  }

  /** Of a column that has one value each. */
  <V> List<V> values(String name, Function<ColumnReader, V> value) {
    ColumnReader column = column(name);
    List<V> values = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      values.add(value.apply(column));
      column.consume();
    }
    return values;
  }

  /** The value of a column of text. */
  static String text(ColumnReader column) {
    return column.getBinary().toStringUsingUTF8();
  }

  /** Of a column of lists of whole numbers. */
  List<int[]> wholeLists(String name) {
    ColumnReader column = column(name, FieldWriter.LIST, FieldWriter.ELEMENT);
    List<int[]> lists = new ArrayList<>(rows);
    int[] items = new int[FIRST_ITEMS];
    for (int i = 0; i < rows; i++) {
      int length = 0;
      do {
        if (hasItem(column)) {
          items = length < items.length ? items : Arrays.copyOf(items, 2 * length);
          items[length++] = column.getInteger();
        }
        column.consume();
      } while (isSameRow(column));
      lists.add(Arrays.copyOf(items, length));
    }
    return lists;
  }

  /** Of a column of lists of numbers. */
  List<double[]> lists(String name) {
    ColumnReader column = column(name, FieldWriter.LIST, FieldWriter.ELEMENT);
    List<double[]> lists = new ArrayList<>(rows);
    double[] items = new double[FIRST_ITEMS];
    for (int i = 0; i < rows; i++) {
      int length = 0;
      do {
        if (hasItem(column)) {
          items = length < items.length ? items : Arrays.copyOf(items, 2 * length);
          items[length++] = column.getDouble();
        }
        column.consume();
      } while (isSameRow(column));
      lists.add(Arrays.copyOf(items, length));
    }
    return lists;
  }

  private ColumnReader column(String... path) {
    return columns.getColumnReader(type.getColumnDescription(path));
  }

  /** A definition level of 0 says that a list has no items. */
  private static boolean hasItem(ColumnReader column) {
    return column.getCurrentDefinitionLevel() > 0;
  }

  /** A repetition level of 0 begins a row. */
  private static boolean isSameRow(ColumnReader column) {
    return column.getCurrentRepetitionLevel() > 0;
  }
}
