package ductus.generate;

import ductus.model.pen.PenText;
import java.util.Arrays;

/**
 * The pen's way over a line as it was drawn, in x-heights: x from the line's beginning or its
 * primer's end, y from the baseline.
 */
public final class PenTrajectory {
  private double[] x = new double[64];
  private double[] y = new double[64];
  private boolean[] penUp = new boolean[64];
  private int[] character = new int[64];
  private final double height;
  private final PenText text;
  private int size;
  private boolean ended;

  /**
   * Creates an empty trail.
   *
   * @param height over the baseline that its first offset starts from
   * @param text that it follows
   */
  PenTrajectory(double height, PenText text) {
    this.height = height;
    this.text = text;
  }

  void add(double deltaX, double deltaY, boolean lifted, int ofCharacter) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      penUp = Arrays.copyOf(penUp, 2 * size);
      character = Arrays.copyOf(character, 2 * size);
    }
    x[size] = (size == 0 ? 0 : x[size - 1]) + deltaX;
    y[size] = (size == 0 ? height : y[size - 1]) + deltaY;
    penUp[size] = lifted;
    character[size] = ofCharacter;
    size++;
  }

  void end() {
    ended = true;
  }

  /** Number of points. */
  public int points() {
    return size;
  }

  public double x(int point) {
    return x[point];
  }

  /** Height of a point over the baseline. */
  public double y(int point) {
    return y[point];
  }

  /** Offset of a point to the right of the point before. */
  public double deltaX(int point) {
    return x[point] - (point == 0 ? 0 : x[point - 1]);
  }

  /** Offset of a point upwards of the point before. */
  public double deltaY(int point) {
    return y[point] - (point == 0 ? height : y[point - 1]);
  }

  /** The text that the pen follows, a primer's before its own; none where it was drawn freely. */
  public PenText text() {
    return text;
  }

  /** Whether a point is the last of its stroke. */
  public boolean penUp(int point) {
    return penUp[point];
  }

  /** Index of the character that the window was at when a point was drawn. */
  public int character(int point) {
    return character[point];
  }

  /** Whether the line came to its text's end by itself. */
  public boolean ended() {
    return ended;
  }

  /** Whether nothing was drawn yet, or the pen is in the air. */
  boolean isPenUp() {
    return size == 0 || penUp[size - 1];
  }
}
