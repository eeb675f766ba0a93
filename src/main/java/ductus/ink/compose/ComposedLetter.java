package ductus.ink.compose;

import ductus.ink.variation.Bending;
import ductus.ink.variation.HandVariation;
import ductus.ink.variation.Wave;
import java.util.random.RandomGenerator;

/** One letter of a line as it is drawn this time. */
final class ComposedLetter {
  /** Lengths of the entry and the exit of a joined letter that the eye takes for the join. */
  private static final double ENTRY = 0.15;

  private static final double EXIT = 0.3;

  final Shape shape;
  final double[] x;
  final double[] y;

  /** Profile of all the ink of the letter. */
  final Profile profile = new Profile();

  /** Profile of the letter without entry and exit. */
  final Profile body = new Profile();

  double top = Double.NEGATIVE_INFINITY;
  double bottom = Double.POSITIVE_INFINITY;

  ComposedLetter(Shape shape, HandVariation variation, RandomGenerator random) {
    this.shape = shape;
    x = new double[shape.size()];
    y = new double[shape.size()];
    bend(variation, random);
    int bodyStart = shape.joins.left() ? from(0, 1, ENTRY) : 0;
    int bodyEnd = shape.joins.right() ? from(shape.ends[0] - 1, -1, EXIT) : shape.ends[0] - 1;
    for (int i = 0; i < x.length; i++) {
      profile.add(x[i], y[i]);
      if ((i >= bodyStart && i <= bodyEnd) || i >= shape.ends[0] || bodyStart >= bodyEnd) {
        body.add(x[i], y[i]);
      }
      top = Math.max(top, y[i]);
      bottom = Math.min(bottom, y[i]);
    }
  }

  private void bend(HandVariation variation, RandomGenerator random) {
    Bending bending = new Bending(shape.box, variation, random);
    int start = 0;
    for (int stroke = 0; stroke < shape.ends.length; stroke++) {
      // Dots and bars stray a little from their letter.
      double strayX = stroke == 0 ? 0 : Wave.normal(random, variation.shape());
      double strayY = stroke == 0 ? 0 : Wave.normal(random, variation.shape());
      for (int i = start; i < shape.ends[stroke]; i++) {
        x[i] = bending.x(shape.x[i], shape.y[i]) + strayX;
        y[i] = bending.y(shape.x[i], shape.y[i]) + strayY;
      }
      start = shape.ends[stroke];
    }
  }

  /** Moves the letter to its place in the line. */
  void move(double right, double up) {
    for (int i = 0; i < x.length; i++) {
      x[i] += right;
      y[i] += up;
    }
    top += up;
    bottom += up;
    profile.move(right);
    body.move(right);
  }

  /** The place where the middle of the letter's upper half meets the baseline along the slant. */
  double middle(double slant) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      if (y[i] >= top / 2) {
        left = Math.min(left, x[i] - slant * y[i]);
        right = Math.max(right, x[i] - slant * y[i]);
      }
    }
    return (left + right) / 2;
  }

  /** Index of the last point of the first stroke, where a join leaves. */
  int exit() {
    return shape.ends[0] - 1;
  }

  /** Index of the point of the first stroke some way along it. */
  int from(int start, int step, double way) {
    int at = start;
    double gone = 0;
    while (gone < way && at + step >= 0 && at + step < shape.ends[0]) {
      gone += distance(at, at + step);
      at += step;
    }
    return at;
  }

  private double distance(int a, int b) {
    double deltaX = x[a] - x[b];
    double deltaY = y[a] - y[b];
    return Math.sqrt(deltaX * deltaX + deltaY * deltaY);
  }
}
