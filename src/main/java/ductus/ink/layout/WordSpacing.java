package ductus.ink.layout;

import ductus.ink.Box;
import ductus.ink.layout.WrittenLine.WrittenWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a line and the spaces between them, which may be squeezed or stretched. In
 * x-heights.
 */
final class WordSpacing {
  /** Share of itself to which a space may be squeezed before a word has to leave the line. */
  private static final double NARROWEST = 0.75;

  /** Largest mean width of the spaces of a block, in x-heights. */
  private static final double WIDEST = 2.2;

  private final List<WrittenWord> words;
  private final List<Optional<Box>> boxes;
  private final double[] gaps;
  private final double inked;

  /** Measures words as they were written; one without ink takes no room. */
  WordSpacing(List<WrittenWord> words) {
    this.words = List.copyOf(words);
    boxes = words.stream().map(WrittenWord::box).toList();
    gaps = new double[words.size()];
    double width = 0;
    double right = Double.NaN;
    for (int i = 0; i < gaps.length; i++) {
      if (boxes.get(i).isPresent()) {
        Box box = boxes.get(i).get();
        gaps[i] = Double.isNaN(right) ? 0 : Math.max(0, box.left() - right);
        right = box.right();
        width += box.width();
      }
    }
    inked = width;
  }

  /** Width of the line as it was written. */
  double width() {
    return inked + gap();
  }

  /** Width of the line with the spaces squeezed as far as they may be. */
  double narrowest() {
    return inked + NARROWEST * gap();
  }

  /** Width of a word, 0 where it has no ink. */
  double width(int word) {
    return boxes.get(word).map(Box::width).orElse(0.0);
  }

  /** Sum of the spaces. */
  double gap() {
    double sum = 0;
    for (double gap : gaps) {
      sum += gap;
    }
    return sum;
  }

  /**
   * Returns the words with their own spaces, squeezed where that is needed to keep within a width.
   */
  List<WrittenWord> within(double width) {
    return spaced(width() <= width ? 1 : stretch(width));
  }

  /**
   * Returns the words filling a width, or {@link #within} it where their spaces would grow too
   * wide.
   */
  List<WrittenWord> filling(double width) {
    boolean wide = width - inked > WIDEST * (words.size() - 1);
    return wide ? within(width) : spaced(stretch(width));
  }

  private double stretch(double width) {
    double gap = gap();
    return gap > 0 ? Math.max(NARROWEST, (width - inked) / gap) : 1;
  }

  /** Returns the words moved, the first one's left edge to 0. */
  private List<WrittenWord> spaced(double stretch) {
    List<WrittenWord> moved = new ArrayList<>();
    double right = 0;
    for (int i = 0; i < gaps.length; i++) {
      WrittenWord word = words.get(i);
      if (boxes.get(i).isPresent()) {
        Box box = boxes.get(i).get();
        double left = right + stretch * gaps[i];
        word = word.moved(left - box.left());
        right = left + box.width();
      }
      moved.add(word);
    }
    return moved;
  }
}
