package ductus.ink.render;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The ink and the nib that a page is written with.
 *
 * @param color {@code #rrggbb}
 * @param nibWidth width of a stroke, in mm
 * @param pressure whether strokes are thicker where a hand presses
 */
public record Ink(String color, double nibWidth, boolean pressure) {
  private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

  /** Dark blue ink from a medium nib. */
  public static final Ink BLUE = new Ink("#1f2f6b", 0.45, false);

  private static final Map<String, String> NAMED =
      new TreeMap<>(
          Map.of(
              "blue", BLUE.color,
              "black", "#1b1c20",
              "royal", "#2440a8",
              "sepia", "#5a3a22",
              "green", "#1d5a3c",
              "red", "#a3212b",
              "violet", "#4d2a7c",
              "gray", "#5a6068"));

  private static final double NARROWEST = 0.05;
  private static final double WIDEST = 10;

  public Ink {
    if (!HEX.matcher(color).matches()) {
      throw new IllegalArgumentException("an ink's color must be #rrggbb but was " + color);
    }
    if (!(nibWidth >= NARROWEST) || !(nibWidth <= WIDEST)) {
      throw new IllegalArgumentException(
          "a nib must be %s to %s mm wide but was %s".formatted(NARROWEST, WIDEST, nibWidth));
    }
  }

  /**
   * Returns this ink in another color.
   *
   * @param nameOrHex such as {@code black}, or {@code #1f2f6b}
   */
  public Ink withColor(String nameOrHex) {
    String asked = nameOrHex.strip().toLowerCase(Locale.ROOT);
    String hex = NAMED.getOrDefault(asked, asked);
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "an ink's color must be one of %s or #rrggbb but was %s"
              .formatted(String.join(", ", NAMED.keySet()), nameOrHex));
    }
    return new Ink(hex, nibWidth, pressure);
  }

  /** Returns this ink from another nib. */
  public Ink withNibWidth(double other) {
    return new Ink(color, other, pressure);
  }

  /** Returns this ink with or without the look of pressure. */
  public Ink withPressure(boolean other) {
    return new Ink(color, nibWidth, other);
  }
}
