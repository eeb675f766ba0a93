package ductus.ink.motion;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.List;

/**
 * How fast a pen moves. On paper by a power law of the curvature of its way: slower where it bends
 * (Lacquaniti, Terzuolo and Viviani 1983, <i>The law relating the kinematic and figural aspects of
 * drawing movements</i>). In the air a lift takes time, and longer where it goes further.
 *
 * @param speed on paper at curvature 1, x-heights a second
 * @param exponent of the curvature, in x-heights to the minus one, by which the speed falls; 1/3
 *     after the authors
 * @param lift seconds of a lift without a way
 * @param liftPerDistance more of them an x-height
 */
public record PenMotion(double speed, double exponent, double lift, double liftPerDistance) {
  /**
   * As people move it who wrote lines for UNIPEN: the speed and the exponent are the medians of ten
   * collections, lifts those of the one that has true times of the pen in the air ({@code cec}).
   */
  public static final PenMotion USUAL = new PenMotion(12, 0.29, 0.09, 0.057);

  /** Curvatures between which the law holds; straighter ways are no faster. */
  private static final double LEAST_CURVATURE = 0.2;

  private static final double GREATEST_CURVATURE = 10;

  /** Points on each side by which speed and curvature are measured. */
  private static final int REACH = 2;

  /** A longer lift is a break, seconds. */
  private static final double BREAK = 1;

  /** Fewer points do not tell how a pen moves. */
  private static final int FEWEST = 100;

  public PenMotion {
    if (!(speed > 0 && exponent >= 0 && lift >= 0 && liftPerDistance >= 0)) {
      throw new IllegalArgumentException(
          "speed must be above 0, the rest 0 or more, but were %s, %s, %s, %s"
              .formatted(speed, exponent, lift, liftPerDistance));
    }
  }

  /** Speed at a curvature, x-heights a second. */
  public double speed(double curvature) {
    double within = Math.min(Math.max(curvature, LEAST_CURVATURE), GREATEST_CURVATURE);
    return speed * StrictMath.pow(within, -exponent);
  }

  /**
   * Seconds from one stroke to the next, a second at the most: no longer ones were measured.
   *
   * @param distance between the two, x-heights
   */
  public double lift(double distance) {
    return Math.min(BREAK, lift + liftPerDistance * distance);
  }

  /**
   * Measures how a pen moved, by least squares.
   *
   * @param lines with times, x-height 1
   * @throws IllegalArgumentException if there are too few points with times
   */
  public static PenMotion measured(List<Handwriting> lines) {
    Regression law = new Regression();
    Regression lifts = new Regression();
    for (Handwriting line : lines) {
      List<Stroke> strokes = line.strokes();
      for (int i = 0; i < strokes.size(); i++) {
        addPoints(strokes.get(i).points(), law);
        if (i > 0) {
          addLift(strokes.get(i - 1).last(), strokes.get(i).first(), lifts);
        }
      }
    }
    if (law.count() < FEWEST) {
      throw new IllegalArgumentException(
          "points whose time is known must be %d or more but were %d"
              .formatted(FEWEST, law.count()));
    }
    return new PenMotion(
        StrictMath.exp(law.intercept()),
        Math.max(0, -law.slope()),
        lifts.count() == 0 ? 0 : Math.max(0, lifts.intercept()),
        lifts.count() == 0 ? 0 : Math.max(0, lifts.slope()));
  }

  private static void addPoints(List<PenPoint> points, Regression law) {
    for (int i = REACH; i < points.size() - REACH; i++) {
      PenPoint before = points.get(i - REACH);
      PenPoint at = points.get(i);
      PenPoint behind = points.get(i + REACH);
      double seconds = behind.seconds() - before.seconds();
      double curvature = Curvature.of(before, at, behind);
      if (seconds > 0 && curvature >= LEAST_CURVATURE && curvature <= GREATEST_CURVATURE) {
        double speed = (before.distance(at) + at.distance(behind)) / seconds;
        law.add(StrictMath.log(curvature), StrictMath.log(speed));
      }
    }
  }

  private static void addLift(PenPoint from, PenPoint to, Regression lifts) {
    double seconds = to.seconds() - from.seconds();
    if (seconds > 0 && seconds < BREAK) {
      lifts.add(from.distance(to), seconds);
    }
  }
}
