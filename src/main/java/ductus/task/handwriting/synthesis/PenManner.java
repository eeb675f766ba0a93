package ductus.task.handwriting.synthesis;

import ductus.generate.MixtureSampler.MixtureSampling;
import java.io.Serializable;

/**
 * The manner in which a style is written.
 *
 * @param bias towards what is likely, 0 to 10: the higher, the neater
 * @param slant degrees to the right that are added to the hand's own, −45 to 45
 */
public record PenManner(double bias, double slant) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bias at a neatness of 1. */
  private static final double NEAT = 2;

  /** Neat enough to be read well, loose enough that no two letters are the same. */
  public static final double USUAL_NEATNESS = 0.5;

  private static final double MOST_BIAS = 10;
  private static final double MOST_SLANT = 45;

  public PenManner {
    if (!(bias >= 0 && bias <= MOST_BIAS)) {
      throw new IllegalArgumentException("bias must be 0 to 10 but was " + bias);
    }
    if (!(Math.abs(slant) <= MOST_SLANT)) {
      throw new IllegalArgumentException("slant must be -45 to 45 degrees but was " + slant);
    }
  }

  /**
   * The manner of a neatness that people ask for.
   *
   * @param neatness 0 (loose) to 1 (neat)
   */
  public static PenManner neat(double neatness, double slant) {
    if (!(neatness >= 0 && neatness <= 1)) {
      throw new IllegalArgumentException(
          "neatness must be 0 (loose) to 1 (neat) but was " + neatness);
    }
    return new PenManner(NEAT * neatness * neatness, slant);
  }

  /** The sampling by which points are drawn. */
  public MixtureSampling sampling() {
    return new MixtureSampling(bias, 1);
  }

  /**
   * How much lines drift over a page: 1 as people's, at the usual neatness; 0 at a neatness of 1.
   */
  public double drift() {
    return (1 - Math.min(1, Math.sqrt(bias / NEAT))) / (1 - USUAL_NEATNESS);
  }

  /** Distance that a point moves to the right for its height. */
  double shear() {
    return StrictMath.tan(StrictMath.toRadians(slant));
  }
}
