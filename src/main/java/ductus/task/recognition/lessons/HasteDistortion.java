package ductus.task.recognition.lessons;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes letters hasty: corners and arches are cut, so that n comes near u and r near v, and arches
 * spring higher or lower than they were drawn.
 */
final class HasteDistortion {
  /** Share of the lines that are written in haste. */
  private static final double HASTY = 0.5;

  /** Most times that each point is drawn to the middle of its neighbors. */
  private static final int MOST_CUTS = 7;

  /** Deviation of the power to which heights within the x-height are raised. */
  private static final double SPRING = 0.22;

  private HasteDistortion() {}

  /** The strokes of a line, perhaps in haste. */
  static List<Stroke> apply(List<Stroke> strokes, RandomGenerator random) {
    if (random.nextDouble() >= HASTY) {
      return strokes;
    }
    int cuts = random.nextInt(MOST_CUTS + 1);
    double power = StrictMath.exp(Math.max(-0.5, Math.min(0.5, SPRING * random.nextGaussian())));
    return strokes.stream().map(stroke -> new Stroke(cut(stroke.points(), cuts, power))).toList();
  }

  private static List<PenPoint> cut(List<PenPoint> points, int cuts, double power) {
    double[] x = new double[points.size()];
    double[] y = new double[points.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = points.get(i).x();
      double height = points.get(i).y();
      y[i] = height > 0 && height < 1 ? StrictMath.pow(height, power) : height;
    }
    for (int cut = 0; cut < cuts; cut++) {
      smooth(x);
      smooth(y);
    }
    List<PenPoint> hasty = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      hasty.add(points.get(i).moved(x[i], y[i]));
    }
    return hasty;
  }

  /** Draws values to the middle of their neighbors; ends stay where they are. */
  private static void smooth(double[] values) {
    double before = values[0];
    for (int i = 1; i < values.length - 1; i++) {
      double middle = (before + 2 * values[i] + values[i + 1]) / 4;
      before = values[i];
      values[i] = middle;
    }
  }
}
