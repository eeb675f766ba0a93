package ductus.studio.hand;

import ductus.ink.Handwriting;
import ductus.ink.practice.CopyText;
import java.util.List;

/**
 * A sentence as somebody copied it on the page.
 *
 * @param text the sentence
 * @param strokes as {@link DrawnInk#LINE} has them; none takes the line away
 */
record CopiedLine(String text, List<List<List<Double>>> strokes) {
  CopiedLine {
    if (text == null || !CopyText.sentences().contains(text)) {
      throw new IllegalArgumentException(
          "a line must say one of the sentences to copy but said " + text);
    }
    if (strokes == null) {
      throw new IllegalArgumentException("a line must have strokes, or an empty list");
    }
  }

  /** The line as labelled ink; none where nothing is written. */
  List<Handwriting> ink() {
    return strokes.isEmpty()
        ? List.of()
        : List.of(DrawnInk.LINE.read(text, "the line \"" + text + "\"", strokes));
  }
}
