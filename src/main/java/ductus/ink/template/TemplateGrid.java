package ductus.ink.template;

import ductus.ink.Box;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The place of each character's box: A4 upright, ten boxes a row, lower-case letters twice. Lengths
 * are mm, the origin is the upper left corner of the paper, y is down.
 */
final class TemplateGrid {
  static final double PAPER_WIDTH = 210;
  static final double PAPER_HEIGHT = 297;
  static final double LEFT = 15;
  static final double TOP = 22;
  static final double WIDTH = 18;
  static final double HEIGHT = 22;
  static final int COLUMNS = 10;

  /** Distance of a box's baseline from its top. */
  static final double BASELINE = 15;

  static final double X_HEIGHT = 5;

  /** The characters in the order of their boxes. */
  static final List<Integer> CHARACTERS =
      Stream.of(
              IntStream.rangeClosed('a', 'z'),
              IntStream.rangeClosed('a', 'z'),
              IntStream.rangeClosed('A', 'Z'),
              IntStream.rangeClosed('0', '9'),
              IntStream.rangeClosed('!', '~').filter(c -> !Character.isLetterOrDigit(c)))
          .flatMap(IntStream::boxed)
          .toList();

  private TemplateGrid() {}

  /** Left edge of a box. */
  static double left(int index) {
    return LEFT + index % COLUMNS * WIDTH;
  }

  /** Upper edge of a box. */
  static double top(int index) {
    int row = index / COLUMNS;
    return TOP + row * HEIGHT;
  }

  /**
   * Index of the box that something lies in, by its middle; −1 if in none, or if it is larger than
   * a box can hold.
   *
   * @param box on the paper, y up from its upper edge, so that all heights are negative
   */
  static int index(Box box) {
    double x = box.centerX();
    double y = -box.centerY();
    int column = (int) Math.floor((x - LEFT) / WIDTH);
    int row = (int) Math.floor((y - TOP) / HEIGHT);
    int index = row * COLUMNS + column;
    boolean inside = column >= 0 && column < COLUMNS && row >= 0 && index < CHARACTERS.size();
    return inside && box.width() < 2 * WIDTH && box.height() < 2 * HEIGHT ? index : -1;
  }
}
