package ductus.math;

/**
 * The unit in which columns are counted while computing: a strip is 16 columns, the widest vector.
 * Rows that kernels write have room for whole strips.
 */
public final class Strips {
  /** Columns of a strip. */
  public static final int WIDTH = 16;

  private Strips() {}

  /** Strips that hold so many columns. */
  public static int of(int columns) {
    return (columns + WIDTH - 1) / WIDTH;
  }

  /** Columns, filled up to whole strips. */
  public static int padded(int columns) {
    return of(columns) * WIDTH;
  }
}
