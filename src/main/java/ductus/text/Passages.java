package ductus.text;

import java.util.List;

/**
 * Texts cut into passages that are learned or held out as a whole: at an empty line where there is
 * one in the second half of a passage, else at the end of a line, else at a space.
 */
public final class Passages {
  /** Most characters (UTF-16 units) of a passage: a page of a book. */
  public static final int LENGTH = 2000;

  private static final List<String> BORDERS = List.of("\n\n", "\n", " ");

  private Passages() {}

  /** Takes the passages of a text one by one. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes a passage.
     *
     * @param passage without the white space at its ends, never empty
     * @param end where it ends in the text
     */
    void take(String passage, int end);
  }

  /** Cuts a text into its passages. */
  public static void of(String text, Taker taker) {
    int from = 0;
    while (from < text.length()) {
      int to = text.length() - from <= LENGTH ? text.length() : end(text, from);
      String passage = text.substring(from, to).strip();
      if (!passage.isEmpty()) {
        taker.take(passage, to);
      }
      from = to;
    }
  }

  private static int end(String text, int from) {
    int least = from + LENGTH / 2;
    int most = from + LENGTH;
    for (String border : BORDERS) {
      // No further back: a text may have none at all.
      for (int at = most - border.length(); at >= least; at--) {
        if (text.startsWith(border, at)) {
          return at + border.length();
        }
      }
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }
}
