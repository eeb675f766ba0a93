package ductus.ink.compose;

import java.util.Arrays;

/**
 * A line in the making: a fine trace of the pen, its points less than a tenth of an x-height apart.
 */
final class Trace {
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private int[] character = new int[1024];
  private boolean[] corner = new boolean[1024];
  private boolean[] penUp = new boolean[1024];
  private int size;

  void add(double atX, double atY, int ofCharacter, boolean isCorner) {
    if (size == x.length) {
      grow();
    }
    x[size] = atX;
    y[size] = atY;
    character[size] = ofCharacter;
    corner[size] = isCorner;
    penUp[size] = false;
    size++;
  }

  /** Ends the stroke; nothing happens if it has ended. */
  void lift() {
    if (size > 0) {
      penUp[size - 1] = true;
    }
  }

  /** Moves a point of the trace. */
  void move(int point, double toX, double toY) {
    x[point] = toX;
    y[point] = toY;
  }

  int size() {
    return size;
  }

  double x(int point) {
    return x[point];
  }

  double y(int point) {
    return y[point];
  }

  int character(int point) {
    return character[point];
  }

  /** Whether the pen turns sharply at a point, or a stroke begins or ends there. */
  boolean isCorner(int point) {
    return corner[point];
  }

  boolean penUp(int point) {
    return penUp[point];
  }

  private void grow() {
    int larger = 2 * size;
    x = Arrays.copyOf(x, larger);
    y = Arrays.copyOf(y, larger);
    character = Arrays.copyOf(character, larger);
    corner = Arrays.copyOf(corner, larger);
    penUp = Arrays.copyOf(penUp, larger);
  }
}
