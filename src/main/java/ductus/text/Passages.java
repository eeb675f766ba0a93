package ductus.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts cut into passages that are learned or held out as a whole: at an empty line where there is
 * one in the second half of a passage, else at the end of a line, else at a space.
 */
public final class Passages {
  /** Most characters (UTF-16 units) of a passage: a page of a book. */
  public static final int LENGTH = 2000;

  private Passages() {}

  /** Cuts a text into its passages, without the white space at their ends; none is empty. */
  public static List<String> of(String text) {
    List<String> passages = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = text.length() - from <= LENGTH ? text.length() : end(text, from);
      String passage = text.substring(from, to).strip();
      if (!passage.isEmpty()) {
        passages.add(passage);
      }
      from = to;
    }
    return passages;
  }

  private static int end(String text, int from) {
    int least = from + LENGTH / 2;
    int most = from + LENGTH;
    for (String border : List.of("\n\n", "\n", " ")) {
      int at = text.lastIndexOf(border, most - border.length());
      if (at >= least) {
        return at + border.length();
      }
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }
}
