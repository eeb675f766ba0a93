package ductus.model.pen;

import java.util.Arrays;

/**
 * One line as a network sees it: the offset of each point from the one before, whether the pen is
 * lifted behind it, and to which character of the text it belongs. The first offset is from the
 * line's beginning on the baseline. Immutable.
 */
public final class PenSequence {
  private final float[] deltaX;
  private final float[] deltaY;
  private final boolean[] penUp;
  private final int[] characterOfPoint;
  private final PenText text;
  private final int style;

  /**
   * Copies its arguments.
   *
   * @param deltaX horizontal offsets [T], in x-heights
   * @param deltaY vertical ones
   * @param penUp whether a point is the last of its stroke
   * @param characterOfPoint index into the text of the character that each point belongs to; {@link
   *     PenBatch#NONE} where nobody knows
   * @param text what it says; {@link PenText#NONE} where nobody knows
   * @param style number of the hand
   */
  public PenSequence(
      float[] deltaX,
      float[] deltaY,
      boolean[] penUp,
      int[] characterOfPoint,
      PenText text,
      int style) {
    int points = deltaX.length;
    if (points == 0
        || deltaY.length != points
        || penUp.length != points
        || characterOfPoint.length != points) {
      throw new IllegalArgumentException(
          "a line must have as many offsets, pen-ups and characters, one or more, but had %d, %d, %d, %d"
              .formatted(points, deltaY.length, penUp.length, characterOfPoint.length));
    }
    this.deltaX = deltaX.clone();
    this.deltaY = deltaY.clone();
    this.penUp = penUp.clone();
    this.characterOfPoint = characterOfPoint.clone();
    this.text = text;
    this.style = style;
  }

  /**
   * Returns the same line drawn wider, taller and leaning otherwise about its beginning.
   *
   * @param width factor
   * @param height factor
   * @param lean as dx/dy of what was upright
   */
  public PenSequence reshaped(double width, double height, double lean) {
    float[] x = new float[points()];
    float[] y = new float[points()];
    for (int t = 0; t < x.length; t++) {
      x[t] = (float) (width * (deltaX[t] + lean * deltaY[t]));
      y[t] = (float) (height * deltaY[t]);
    }
    return new PenSequence(x, y, penUp, characterOfPoint, text, style);
  }

  /** This line, broken off behind so many points; whole if it has no more. */
  public PenSequence first(int points) {
    if (points >= points()) {
      return this;
    }
    return new PenSequence(
        Arrays.copyOf(deltaX, points),
        Arrays.copyOf(deltaY, points),
        Arrays.copyOf(penUp, points),
        Arrays.copyOf(characterOfPoint, points),
        text,
        style);
  }

  /** Points T. */
  public int points() {
    return deltaX.length;
  }

  public float deltaX(int t) {
    return deltaX[t];
  }

  public float deltaY(int t) {
    return deltaY[t];
  }

  public boolean penUp(int t) {
    return penUp[t];
  }

  /** Index into the text of the character that a point belongs to, or {@link PenBatch#NONE}. */
  public int characterOfPoint(int t) {
    return characterOfPoint[t];
  }

  /** Characters of the text with the end behind them, U; 0 without a text. */
  public int textLength() {
    return text.length();
  }

  /** The text that the line says. */
  public PenText text() {
    return text;
  }

  /** Number of the hand. */
  public int style() {
    return style;
  }
}
