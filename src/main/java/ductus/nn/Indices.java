package ductus.nn;

/**
 * Rows of a table, several a time step, whose sum is the input: [T×B×P] from the start of an array,
 * negative where there is none. Holds the array itself.
 */
public final class Indices {
  private final int perStep;
  private final int[] rows;

  /** Indices, {@code perStep} of them (P) a time step. */
  public Indices(int[] rows, int perStep) {
    this.rows = rows;
    this.perStep = perStep;
  }

  /** P, indices a time step. */
  public int perStep() {
    return perStep;
  }

  /** The array. */
  public int[] rows() {
    return rows;
  }
}
