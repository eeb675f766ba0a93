package ductus.ink.compose;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Joins;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of a character made ready once: fine points in arrays, with corners and stroke ends.
 */
final class Shape {
  /** Distance of the shape's points, x-heights. */
  private static final double FINE = 0.05;

  /** Length of the way before and after a point over which its turn is measured. */
  private static final double REACH = 0.1;

  /** Cosine of 55°: a sharper turn is a corner. */
  private static final double CORNER = 0.574;

  final double[] x;
  final double[] y;
  final boolean[] corner;

  /** Index behind the last point of each stroke. */
  final int[] ends;

  final Joins joins;
  final Box box;

  Shape(Glyph glyph) {
    List<double[][]> strokes = new ArrayList<>();
    int size = 0;
    for (Stroke stroke : glyph.strokes()) {
      double[][] fine = fine(stroke.points());
      strokes.add(fine);
      size += fine[0].length;
    }
    x = new double[size];
    y = new double[size];
    corner = new boolean[size];
    ends = new int[strokes.size()];
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      double[][] fine = strokes.get(i);
      System.arraycopy(fine[0], 0, x, start, fine[0].length);
      System.arraycopy(fine[1], 0, y, start, fine[1].length);
      ends[i] = start + fine[0].length;
      markCorners(start, ends[i]);
      start = ends[i];
    }
    joins = glyph.joins();
    box = glyph.box();
  }

  int size() {
    return x.length;
  }

  /**
   * The points of a stroke with others between, so near to each other that none of a profile's
   * bands is jumped over.
   */
  private static double[][] fine(List<PenPoint> points) {
    List<PenPoint> fine = new ArrayList<>();
    fine.add(points.get(0));
    for (int i = 1; i < points.size(); i++) {
      PenPoint from = points.get(i - 1);
      PenPoint to = points.get(i);
      int pieces = Math.max(1, (int) Math.ceil(from.distance(to) / FINE));
      for (int piece = 1; piece <= pieces; piece++) {
        double part = (double) piece / pieces;
        fine.add(
            PenPoint.at(
                from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y())));
      }
    }
    return new double[][] {
      fine.stream().mapToDouble(PenPoint::x).toArray(),
      fine.stream().mapToDouble(PenPoint::y).toArray()
    };
  }

  /**
   * Marks as corners the ends of a stroke, and where its direction turns most within the reach, and
   * sharply.
   */
  private void markCorners(int start, int end) {
    double[] turn = new double[end - start];
    for (int i = start; i < end; i++) {
      turn[i - start] = cosine(i, start, end);
    }
    for (int i = start + 1; i < end - 1; i++) {
      boolean sharpest = turn[i - start] < CORNER;
      for (int j = i - 1; sharpest && j >= start && distance(i, j) < REACH; j--) {
        sharpest = turn[i - start] < turn[j - start];
      }
      for (int j = i + 1; sharpest && j < end && distance(i, j) < REACH; j++) {
        sharpest = turn[i - start] <= turn[j - start];
      }
      corner[i] = sharpest;
    }
    corner[start] = true;
    corner[end - 1] = true;
  }

  /** Cosine of the turn at a point; 1 where its stroke is too short to tell. */
  private double cosine(int at, int start, int end) {
    int before = at;
    while (before > start && distance(at, before) < REACH) {
      before--;
    }
    int after = at;
    while (after < end - 1 && distance(at, after) < REACH) {
      after++;
    }
    double lengths = distance(at, before) * distance(at, after);
    return lengths == 0
        ? 1
        : ((x[at] - x[before]) * (x[after] - x[at]) + (y[at] - y[before]) * (y[after] - y[at]))
            / lengths;
  }

  private double distance(int a, int b) {
    double deltaX = x[a] - x[b];
    double deltaY = y[a] - y[b];
    return Math.sqrt(deltaX * deltaX + deltaY * deltaY);
  }
}
