package ductus.cli.batch;

import ductus.math.PlaceRandom;
import java.util.List;

/**
 * A row of a table.
 *
 * @param number of the row, from 1
 * @param line of the file that it begins in
 * @param values one a column
 */
public record TableRow(int number, int line, List<String> values) {
  /** Bits that programs keep which read numbers of JSON as floating-point ones. */
  private static final int SEED_BITS = 53;

  public TableRow {
    values = List.copyOf(values);
  }

  /** The value of a column, without spaces at its ends; empty where a row ends before it. */
  public String value(int column) {
    return column < values.size() ? values.get(column).strip() : "";
  }

  /** The row's own seed where all rows have one: by both numbers alone. */
  public long seed(long ofAll) {
    return PlaceRandom.key(ofAll, number) >>> (Long.SIZE - SEED_BITS);
  }
}
