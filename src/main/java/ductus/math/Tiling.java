package ductus.math;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How products are cut for registers and caches. It decides how fast they are, and no bit of what
 * they give: each entry is summed in the order of the inner index, whatever is cut.
 *
 * @param rows of the highest register tile, 4 or 8
 * @param strips of the widest register tile, 1 to 3
 * @param rowFloats floats of the left operand that go by all strips before the next ones do: what
 *     of the second cache they may fill
 * @param block rows of both operands of a weight gradient that are packed at a time
 */
public record Tiling(int rows, int strips, int rowFloats, int block) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,9})x(\\d{1,9}),(\\d{1,9}),(\\d{1,9})");
  private static final int MOST_STRIPS = 3;
  private static final int MOST_ROW_FLOATS = 1 << 24;
  private static final int MOST_BLOCK = 1 << 14;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are no such tiles, or blocks are empty or of more
   *     than 64 MB
   */
  public Tiling {
    if (rows != 4 && rows != 8) {
      throw new IllegalArgumentException("tiles must have 4 or 8 rows but have " + rows);
    }
    requireAtMost(strips, MOST_STRIPS, "strips of a tile");
    requireAtMost(rowFloats, MOST_ROW_FLOATS, "floats of rows");
    requireAtMost(block, MOST_BLOCK, "rows of a block");
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is no such text, or its numbers cannot be
   */
  public static Tiling of(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a tiling must be rows×strips, floats of rows and rows of a block, such as"
              + " 8x3,65536,384, but was "
              + text);
    }
    return new Tiling(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Integer.parseInt(parts.group(4)));
  }

  /** For programs: {@code 8x3,65536,384}. */
  public String text() {
    return String.format(Locale.ROOT, "%dx%d,%d,%d", rows, strips, rowFloats, block);
  }

  /** For people. */
  public String description() {
    return String.format(
        Locale.ROOT,
        "tiles of %d×%d, rows of %,d kB, blocks of %d",
        rows,
        strips,
        rowKilobytes(),
        block);
  }

  /** Bytes of the rows that go by at a time, in thousands of 1,024. */
  int rowKilobytes() {
    return rowFloats * Float.BYTES / 1024;
  }

  /** This one with other tiles. */
  public Tiling tiles(int otherRows, int otherStrips) {
    return new Tiling(otherRows, otherStrips, rowFloats, block);
  }

  /** This one with more or fewer rows at a time. */
  public Tiling rowFloats(int other) {
    return new Tiling(rows, strips, other, block);
  }

  /** This one with other blocks. */
  public Tiling block(int other) {
    return new Tiling(rows, strips, rowFloats, other);
  }

  private static void requireAtMost(int number, int most, String name) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most + " but were " + number);
    }
  }
}
