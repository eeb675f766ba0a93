package ductus.ink.page;

/** The lines that are printed on paper to write by. */
public enum Ruling {
  /** Plain paper, with nothing printed. */
  PLAIN,

  /** Paper with a line under each line of writing. */
  RULED,

  /** Paper with squares of 5 mm; lines of writing stand on them. */
  SQUARED;

  /** Side of a square, in mm. */
  public static final double SQUARE = 5;
}
