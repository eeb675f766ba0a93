package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Shears ink until its down-strokes stand upright. The slant is that at which most of the way down
 * is written, among those within {@value #STEEPEST} to the side a unit of height.
 */
public record SlantRemoval() implements PreparationStep {
  private static final double STEEPEST = 1.2;

  /** Distance within which slants support one another, dx/dy. */
  private static final double WIDTH = 0.1;

  /**
   * Length of the chords whose directions count, in heights of letters: a tablet's grid is finer.
   */
  private static final double CHORD = 0.15;

  @Override
  public PreparedInk apply(Handwriting ink) {
    double shear = shear(ink);
    return new PreparedInk(
        ink.map(point -> point.moved(point.x() - shear * point.y(), point.y())),
        List.of(
            new PreparedInk.Estimate(
                PreparedInk.SLANT, Math.toDegrees(StrictMath.atan(shear)), "degrees")));
  }

  /** The slant of ink to the right a unit of height; 0 where nothing is written downwards. */
  static double shear(Handwriting ink) {
    double height = TurningPoints.letterHeight(ink);
    if (height == 0) {
      return 0;
    }
    Handwriting coarse = new ArcLengthResampling(CHORD * height).apply(ink).ink();
    DoubleStream.Builder shears = DoubleStream.builder();
    DoubleStream.Builder lengths = DoubleStream.builder();
    for (Stroke stroke : coarse.strokes()) {
      for (int i = 1; i < stroke.points().size(); i++) {
        PenPoint from = stroke.points().get(i - 1);
        PenPoint to = stroke.points().get(i);
        double down = from.y() - to.y();
        double shear = (from.x() - to.x()) / down;
        if (down > 0 && Math.abs(shear) <= STEEPEST) {
          shears.add(shear);
          lengths.add(down);
        }
      }
    }
    double[] found = shears.build().toArray();
    return found.length == 0 ? 0 : DensityPeak.peak(found, lengths.build().toArray(), WIDTH);
  }
}
