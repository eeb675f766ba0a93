package ductus.nn;

/**
 * Rows of a table, several a time step, whose sum is the input: [T×B×P] from the start of an array,
 * negative where there is none. Holds the array itself, so that a batch can be filled anew.
 */
public final class Indices {
  private final int perStep;
  private int[] rows;

  /** Indices, {@code perStep} of them (P) a time step. */
  public Indices(int[] rows, int perStep) {
    this.rows = rows;
    this.perStep = perStep;
  }

  /** P, indices a time step. */
  public int perStep() {
    return perStep;
  }

  /** The array; longer than T·B·P where it was filled with more before. */
  public int[] rows() {
    return rows;
  }

  /** Makes room for so many indices, whose values are then undefined. */
  public void reserve(int count) {
    if (rows.length < count) {
      rows = new int[count];
    }
  }
}
