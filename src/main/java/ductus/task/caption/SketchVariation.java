package ductus.task.caption;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.prepare.ArcLengthResampling;
import ductus.ink.variation.Bending;
import ductus.ink.variation.HandVariation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Sketches as hands draw them: bent, turned, slanted and stretched a little, with strokes beside
 * their place, broken strokes, and lines that are drawn twice. What they show stays.
 */
final class SketchVariation {
  /** The sketch's longer side, in the units in which it is bent: a thing has some of them. */
  private static final double SIDE = 8;

  private static final HandVariation HAND = new HandVariation(0, 0, 0, 0, 0.04, 0.12, 0);

  /** Distance of points, so that straight lines bend, too. */
  private static final ArcLengthResampling POINTS = new ArcLengthResampling(0.2);

  private static final double TURN = 0.05;
  private static final double SLANT = 0.08;
  private static final double STRETCH = 0.1;
  private static final double BESIDE = 0.05;
  private static final double TREMOR = 0.02;
  private static final double BROKEN = 0.15;
  private static final double TWICE = 0.12;

  private SketchVariation() {}

  /** Draws a sketch of a stroke or more anew; in a unit of its own. */
  static Handwriting draw(Handwriting sketch, RandomGenerator random) {
    Box box = sketch.box().orElseThrow();
    double side = Math.max(box.width(), box.height());
    double unit = side == 0 ? 1 : side / SIDE;
    Handwriting moved =
        POINTS
            .apply(
                sketch.map(
                    p -> p.moved((p.x() - box.left()) / unit, (p.y() - box.bottom()) / unit)))
            .ink();
    Bending bending = new Bending(moved.box().orElseThrow(), HAND, random);
    double turn = TURN * random.nextGaussian();
    double slant = SLANT * random.nextGaussian();
    double stretch = StrictMath.exp(STRETCH * random.nextGaussian());
    boolean twice = random.nextDouble() < TWICE;
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : moved.strokes()) {
      for (int time = 0; time < (twice ? 2 : 1); time++) {
        double right = BESIDE * random.nextGaussian();
        double up = BESIDE * random.nextGaussian();
        List<PenPoint> points = new ArrayList<>();
        for (PenPoint p : stroke.points()) {
          double x = bending.x(p.x(), p.y()) + right + TREMOR * random.nextGaussian();
          double y = bending.y(p.x(), p.y()) + up + TREMOR * random.nextGaussian();
          points.add(PenPoint.at(stretch * x + slant * y, y + turn * x));
        }
        add(points, random, strokes);
      }
    }
    return sketch.withStrokes(strokes);
  }

  /** Adds a stroke, or the two that are left where the pen missed a bit of it. */
  private static void add(List<PenPoint> points, RandomGenerator random, List<Stroke> strokes) {
    int missed = 1 + random.nextInt(2);
    int at = 2 + random.nextInt(Math.max(1, points.size()));
    if (random.nextDouble() < BROKEN && at + missed + 2 < points.size()) {
      strokes.add(new Stroke(points.subList(0, at)));
      strokes.add(new Stroke(points.subList(at + missed, points.size())));
    } else {
      strokes.add(new Stroke(points));
    }
  }
}
