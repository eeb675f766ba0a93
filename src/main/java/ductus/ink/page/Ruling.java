package ductus.ink.page;

/** What is printed on paper to write by. */
public enum Ruling {
  /** Nothing. */
  PLAIN,

  /** A line under each line of writing. */
  RULED,

  /** Squares of 5 mm; lines of writing stand on them. */
  SQUARED;

  /** Side of a square, in mm. */
  public static final double SQUARE = 5;
}
