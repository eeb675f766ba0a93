package ductus.ink.skeleton;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Smooths the steps of pixels out of a line: each point becomes the mean of those around it,
 * weighted by a Gaussian that is narrower towards the ends, which stay.
 *
 * @param deviation of the Gaussian, in points
 */
record StrokeSmoothing(double deviation) {
  private static final double REACH = 2.5;

  List<PenPoint> apply(List<PenPoint> points) {
    int most = (int) Math.ceil(REACH * deviation);
    List<PenPoint> smooth = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int reach = Math.min(most, Math.min(i, points.size() - 1 - i));
      double x = 0;
      double y = 0;
      double sum = 0;
      for (int k = -reach; k <= reach; k++) {
        double weight = StrictMath.exp(-k * k / (2 * deviation * deviation));
        x += weight * points.get(i + k).x();
        y += weight * points.get(i + k).y();
        sum += weight;
      }
      smooth.add(PenPoint.at(x / sum, y / sum));
    }
    return smooth;
  }
}
