package ductus.ink.page;

/** The lines that are printed on paper to write by. */
public enum Ruling {
  /** Nothing is printed. */
  PLAIN,

  /** There is a line under each line of writing. */
  RULED,

  /** There are squares of 5 mm; lines of writing stand on them. */
  SQUARED;

  /** Side of a square, in mm. */
  public static final double SQUARE = 5;
}
