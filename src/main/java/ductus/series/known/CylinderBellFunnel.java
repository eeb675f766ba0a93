package ductus.series.known;

import ductus.math.Randomness;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The series of Saito (1994) that are to be told apart: within noise, from one time to another that
 * differ each time, a level, a rise or a fall.
 *
 * <pre>
 *   cylinder  (6 + η)·[a ≤ t ≤ b] + ε(t)
 *   bell      (6 + η)·[a ≤ t ≤ b]·(t − a)/(b − a) + ε(t)
 *   funnel    (6 + η)·[a ≤ t ≤ b]·(b − t)/(b − a) + ε(t)
 * </pre>
 *
 * <p>η and ε are normal, a is 16 to 32 and b is a and 32 to 96 more.
 */
public final class CylinderBellFunnel {
  /** Time steps of each. */
  public static final int LENGTH = 128;

  private static final double HEIGHT = 6;

  private CylinderBellFunnel() {}

  /** The classes. */
  public enum Shape {
    /** A level. */
    CYLINDER,
    /** A rise. */
    BELL,
    /** A fall. */
    FUNNEL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Draws a series of a class [{@value #LENGTH}]. */
  public static double[] of(Shape shape, long seed) {
    RandomGenerator random = Randomness.of(seed);
    double height = HEIGHT + random.nextGaussian();
    int from = random.nextInt(16, 33);
    int to = from + random.nextInt(32, 97);
    double[] values = new double[LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      double way = (t + 1.0 - from) / (to - from);
      boolean within = way >= 0 && way <= 1;
      double part =
          switch (shape) {
            case CYLINDER -> 1;
            case BELL -> way;
            case FUNNEL -> 1 - way;
          };
      values[t] = (within ? height * part : 0) + random.nextGaussian();
    }
    return values;
  }
}
