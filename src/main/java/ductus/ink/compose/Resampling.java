package ductus.ink.compose;

import java.util.Arrays;

/**
 * Takes points at equal arc length off a trace. Ends of strokes and corners are always among them;
 * between two of those the spacing is stretched to fit.
 */
final class Resampling {
  /** Part of the spacing below whose length a stroke is a dot: one point. */
  private static final double DOT = 0.6;

  private final Trace trace;
  private final double spacing;

  private double[] x = new double[512];
  private double[] y = new double[512];
  private boolean[] penUp = new boolean[512];
  private int[] character = new int[512];
  private int size;

  Resampling(Trace trace, double spacing) {
    this.trace = trace;
    this.spacing = spacing;
  }

  /** Returns the line of the points that were taken. */
  ComposedLine line(String hand, int[] characters, int[] forms) {
    int start = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.penUp(i)) {
        stroke(start, i);
        start = i + 1;
      }
    }
    return new ComposedLine(
        hand,
        characters,
        forms,
        Arrays.copyOf(x, size),
        Arrays.copyOf(y, size),
        Arrays.copyOf(penUp, size),
        Arrays.copyOf(character, size));
  }

  private void stroke(int first, int last) {
    double length = length(first, last);
    if (length < DOT * spacing) {
      add(
          (trace.x(first) + trace.x(last)) / 2,
          (trace.y(first) + trace.y(last)) / 2,
          trace.character(first));
    } else {
      add(trace.x(first), trace.y(first), trace.character(first));
      int start = first;
      for (int i = first + 1; i <= last; i++) {
        if (i == last || trace.isCorner(i)) {
          piece(start, i);
          start = i;
        }
      }
    }
    penUp[size - 1] = true;
  }

  /** Adds the points of a stretch behind its first one, up to its last. */
  private void piece(int first, int last) {
    double length = length(first, last);
    int steps = Math.max(1, (int) Math.round(length / spacing));
    double step = length / steps;
    double gone = 0;
    int taken = 1;
    for (int i = first + 1; i <= last && taken < steps; i++) {
      double way = length(i - 1, i);
      while (taken < steps && gone + way >= taken * step) {
        double part = way == 0 ? 0 : (taken * step - gone) / way;
        add(
            trace.x(i - 1) + part * (trace.x(i) - trace.x(i - 1)),
            trace.y(i - 1) + part * (trace.y(i) - trace.y(i - 1)),
            trace.character(i));
        taken++;
      }
      gone += way;
    }
    add(trace.x(last), trace.y(last), trace.character(last));
  }

  private double length(int first, int last) {
    double length = 0;
    for (int i = first + 1; i <= last; i++) {
      double deltaX = trace.x(i) - trace.x(i - 1);
      double deltaY = trace.y(i) - trace.y(i - 1);
      length += Math.sqrt(deltaX * deltaX + deltaY * deltaY);
    }
    return length;
  }

  private void add(double atX, double atY, int ofCharacter) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      penUp = Arrays.copyOf(penUp, 2 * size);
      character = Arrays.copyOf(character, 2 * size);
    }
    x[size] = atX;
    y[size] = atY;
    character[size] = ofCharacter;
    size++;
  }
}
