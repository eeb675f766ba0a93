package ductus.ink.page;

/** Where lines begin and end. Headings and list items are never set as a block. */
public enum Alignment {
  LEFT,
  CENTER,
  RIGHT,
  /** Both edges straight by wider spaces between words, but for the last line of a paragraph. */
  BLOCK
}
