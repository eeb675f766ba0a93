package ductus.ink.scan;

import ductus.ink.Box;
import java.util.List;
import java.util.stream.Stream;

/**
 * The black squares that are printed on a sheet to be filled in, so that a photograph of it can be
 * straightened: one near each corner, and one more that tells the sheet's kind and which edge is
 * the upper one. In mm from the upper left corner of A4, y down.
 */
public final class SheetMarks {
  /** Length of the sides of a square. */
  public static final double SIDE = 6;

  private static final double LEFT = 9;
  private static final double RIGHT = 201;
  private static final double TOP = 9;
  private static final double BOTTOM = 288;

  /** The kinds of sheets. */
  public enum Kind {
    LETTERS(21),
    LINES(33);

    private final double x;

    Kind(double x) {
      this.x = x;
    }
  }

  /**
   * A place on paper.
   *
   * @param x from the left
   * @param y from the top
   */
  public record Place(double x, double y) {}

  private SheetMarks() {}

  /** The middles of the squares near the corners, clockwise from the upper left one. */
  static List<Place> corners() {
    return List.of(
        new Place(LEFT, TOP),
        new Place(RIGHT, TOP),
        new Place(RIGHT, BOTTOM),
        new Place(LEFT, BOTTOM));
  }

  /** The middle of the square that tells a kind. */
  static Place of(Kind kind) {
    return new Place(kind.x, TOP);
  }

  /** All squares of a sheet, as boxes, y down. */
  public static List<Box> squares(Kind kind) {
    return Stream.concat(corners().stream(), Stream.of(of(kind)))
        .map(
            middle ->
                new Box(
                    middle.x() - SIDE / 2,
                    middle.y() - SIDE / 2,
                    middle.x() + SIDE / 2,
                    middle.y() + SIDE / 2))
        .toList();
  }
}
