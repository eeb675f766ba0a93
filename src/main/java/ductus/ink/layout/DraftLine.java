package ductus.ink.layout;

/**
 * A line as it is to be written: some words of a paragraph.
 *
 * @param paragraph its index in the manuscript
 * @param from index of the first word
 * @param to index behind the last word
 */
record DraftLine(int paragraph, int from, int to) {
  /** The text that is to be written. */
  String text(Paragraph of) {
    return String.join(" ", of.words().subList(from, to));
  }
}
