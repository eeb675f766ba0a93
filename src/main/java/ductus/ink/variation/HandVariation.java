package ductus.ink.variation;

/**
 * The amounts by which a hand is written unevenly. All are standard deviations; lengths in
 * x-heights.
 *
 * @param baseline slow drift of the baseline along a line
 * @param size of a line, relative
 * @param slant of a line, as dx/dy
 * @param spacing of a line's letters and words, and half of it from letter to letter; relative
 * @param letter size, width, tilt and height of each letter against the others
 * @param shape bending of each letter
 * @param tremor of each point
 */
public record HandVariation(
    double baseline,
    double size,
    double slant,
    double spacing,
    double letter,
    double shape,
    double tremor) {
  private static final double LARGEST = 0.5;

  public HandVariation {
    check("baseline", baseline);
    check("size", size);
    check("slant", slant);
    check("spacing", spacing);
    check("letter", letter);
    check("shape", shape);
    check("tremor", tremor);
  }

  /** Returns no variation: every letter as it was drawn. */
  public static HandVariation none() {
    return new HandVariation(0, 0, 0, 0, 0, 0, 0);
  }

  /** Returns the variation of one person on a good day. */
  public static HandVariation natural() {
    return new HandVariation(0.035, 0.03, 0.025, 0.07, 0.048, 0.062, 0.004);
  }

  /** Returns the variation between people, for a reader to learn from. */
  public static HandVariation wide() {
    return new HandVariation(0.12, 0.12, 0.18, 0.2, 0.08, 0.07, 0.012);
  }

  private static void check(String name, double value) {
    if (!(value >= 0 && value <= LARGEST)) {
      throw new IllegalArgumentException(
          name + " must be from 0 to " + LARGEST + " but was " + value);
    }
  }
}
