package ductus.picture;

import java.util.List;

/** The colors of all pictures: calm on white, told apart by people who see no red or no green. */
public final class Palette {
  /** Text and axes. */
  public static final String INK = "#2b3440";

  /** Text that may be passed over. */
  public static final String PALE_INK = "#5d6875";

  /** Strong lines of a grid. */
  public static final String GRID = "#aab4be";

  /** Weak lines of a grid. */
  public static final String PALE_GRID = "#e1e6ea";

  /** Areas that are set off a little from the paper. */
  public static final String SHADE = "#f1f4f6";

  private static final List<String> SERIES =
      List.of(
          "#2a6f97", "#d07c1f", "#5c8d4e", "#8a4f7d", "#b4483a", "#3c9d9b", "#7a6a4f", "#c98bb4");

  private Palette() {}

  /** The color of the n-th series or track, from 0; they come round again. */
  public static String series(int index) {
    return SERIES.get(Math.floorMod(index, SERIES.size()));
  }
}
