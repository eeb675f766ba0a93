package ductus.ink.layout;

import java.util.List;

/** Whoever writes lines by hand. */
@FunctionalInterface
public interface LineWriter {
  /**
   * Writes lines, all in the same hand.
   *
   * @param lines words with single spaces between them
   * @return one written line for each, in the same order; a line has the same number of words, even
   *     where its characters are others (an accent of its own, three dots for an ellipsis)
   */
  List<WrittenLine> write(List<String> lines);
}
