package ductus.music.encoding;

import ductus.model.Sequence;

/**
 * A row of the side features of one step while they are written one after another. Each has rows of
 * its own in the table that they share; they must come in the same order, with the same sizes, at
 * every step.
 */
public final class FeatureRow {
  private int[] into = new int[0];
  private int count;
  private int tableRows;

  /** Begins the row of a step. */
  public void begin(int[] row) {
    into = row;
    count = 0;
    tableRows = 0;
  }

  /**
   * Writes the next feature of the row.
   *
   * @param size values that it can have
   * @param value from 0, or {@link Sequence#NONE}
   */
  public void put(int size, int value) {
    if (value < Sequence.NONE || value >= size) {
      throw new IllegalStateException(
          "feature %d must be below %d but was %d".formatted(count, size, value));
    }
    into[count++] = value == Sequence.NONE ? Sequence.NONE : tableRows + value;
    tableRows += size;
  }

  /** Number of features written so far, F at the end of a step. */
  public int count() {
    return count;
  }

  /** Number of rows of the table for the features. */
  public int tableRows() {
    return tableRows;
  }
}
