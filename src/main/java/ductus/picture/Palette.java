package ductus.picture;

import java.util.List;
import java.util.Locale;

/** The colors of all pictures: calm on white, told apart by people who see no red or no green. */
public final class Palette {
  /** Color of text and axes. */
  public static final String INK = "#2b3440";

  /** Color of text that may be passed over. */
  public static final String PALE_INK = "#5d6875";

  /** Color of strong lines of a grid. */
  public static final String GRID = "#aab4be";

  /** Color of weak lines of a grid. */
  public static final String PALE_GRID = "#e1e6ea";

  /** Color of areas that are set off a little from the paper. */
  public static final String SHADE = "#f1f4f6";

  /** Color of numbers about 0, where colors tell signs and the paper is white. */
  public static final String NEUTRAL = "#d3d8dd";

  private static final String ABOVE = "#1c5d8c";
  private static final String BELOW = "#c0630e";

  private static final List<String> SERIES =
      List.of(
          "#2a6f97", "#d07c1f", "#5c8d4e", "#8a4f7d", "#b4483a", "#3c9d9b", "#7a6a4f", "#c98bb4");

  private Palette() {}

  /** The color of the n-th series or track, from 0; they come round again. */
  public static String series(int index) {
    return SERIES.get(Math.floorMod(index, SERIES.size()));
  }

  /**
   * The color of a number with a sign: from a middle color to blue for 1 and to orange for −1.
   *
   * @param value what is beyond −1 and 1 has the full color
   * @param middle color of 0, as in {@code #d3d8dd}
   */
  public static String signed(double value, String middle) {
    double strength = Math.min(1, Math.abs(value));
    int from = Integer.parseInt(middle.substring(1), 16);
    int to = Integer.parseInt((value < 0 ? BELOW : ABOVE).substring(1), 16);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = from >> shift & 0xff;
      int high = to >> shift & 0xff;
      mixed |= (int) Math.round(low + strength * (high - low)) << shift;
    }
    return String.format(Locale.ROOT, "#%06x", mixed);
  }
}
