package ductus.task.recognition.lessons;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.variation.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Distorts whole lines before they are read: another size, width, slant and height, as where its
 * x-height and baseline were guessed a little wrong, and the noise and gaps of a tablet.
 *
 * @param size deviation of size and width, relative
 * @param slant deviation, as dx/dy
 * @param turn deviation of the baseline's direction, as dy/dx
 * @param raise deviation of the baseline, x-heights
 * @param noise largest deviation of the points, x-heights
 * @param gaps largest share of points that are lost
 */
record Distortion(double size, double slant, double turn, double raise, double noise, double gaps) {
  /**
   * The share of the doubt that calm takes away at most: small letters are told from capitals by
   * their size alone.
   */
  private static final double CALMED = 0.4;

  /** Distortion for a reader that is to know any hand. */
  static final Distortion STRONG = new Distortion(0.14, 0.25, 0.012, 0.09, 0.035, 0.2);

  /** Distortion on top of that which lines of people have by themselves. */
  static final Distortion ON_TOP = new Distortion(0.1, 0.2, 0.01, 0.07, 0.03, 0.2);

  /** Distortion for a network that is to tell hands apart by size, width and slant too. */
  static final Distortion SLIGHT = new Distortion(0.03, 0.03, 0.005, 0.03, 0.015, 0.1);

  /** Returns this distortion without a point lost. */
  Distortion withoutGaps() {
    return new Distortion(size, slant, turn, raise, noise, 0);
  }

  /**
   * Returns this distortion with less doubt about size and height.
   *
   * @param calm 0 for as much, 1 for the least
   */
  Distortion calmed(double calm) {
    double kept = 1 - CALMED * calm;
    return new Distortion(kept * size, slant, turn, kept * raise, noise, gaps);
  }

  /** Distorts the strokes of a line. */
  List<Stroke> apply(List<Stroke> strokes, RandomGenerator random) {
    double height = 1 + Wave.normal(random, size);
    double width = height * (1 + Wave.normal(random, size));
    double shear = Wave.normal(random, slant);
    double rise = Wave.normal(random, turn);
    double up = Wave.normal(random, raise);
    // Most tablets are better than the worst.
    double stray = noise * random.nextDouble() * random.nextDouble();
    double lost = gaps * Math.max(0, 2 * random.nextDouble() - 1);
    double middle = middle(strokes);
    List<Stroke> distorted = new ArrayList<>();
    for (Stroke stroke : strokes) {
      List<PenPoint> points = new ArrayList<>();
      int last = stroke.points().size() - 1;
      for (int i = 0; i <= last; i++) {
        if (i > 0 && i < last && random.nextDouble() < lost) {
          continue;
        }
        PenPoint point = stroke.points().get(i);
        points.add(
            PenPoint.at(
                width * (point.x() + shear * point.y()) + Wave.normal(random, stray),
                height * point.y()
                    + rise * (point.x() - middle)
                    + up
                    + Wave.normal(random, stray)));
      }
      distorted.add(new Stroke(points));
    }
    return distorted;
  }

  private static double middle(List<Stroke> strokes) {
    return (strokes.get(0).first().x() + strokes.get(strokes.size() - 1).last().x()) / 2;
  }
}
