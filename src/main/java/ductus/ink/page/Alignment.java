package ductus.ink.page;

/** The places where lines begin and end. Headings and list items are never set as a block. */
public enum Alignment {
  LEFT,
  CENTER,
  RIGHT,
  /** Lines fill the width by wider spaces between words, but for the last line of a paragraph. */
  BLOCK
}
