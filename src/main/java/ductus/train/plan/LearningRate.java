package ductus.train.plan;

import java.util.List;
import java.util.Locale;

/**
 * How the learning rate goes over a run.
 *
 * @param peak the highest rate
 * @param warmup batches over which it rises to the peak from nearly nothing
 * @param shape how it goes on from there
 * @param cutEpochs epochs until it is cut, with {@link Shape#STEP} and {@link Shape#PLATEAU}; else
 *     0
 * @param cutFactor what a cut multiplies it by; else 0
 */
public record LearningRate(double peak, int warmup, Shape shape, int cutEpochs, double cutFactor) {
  /** What the rate does after the warm-up. */
  public enum Shape {
    /** Stays at the peak. */
    CONSTANT,
    /** Falls along half a cosine to a twentieth of the peak at the last planned batch. */
    COSINE,
    /** Is cut after every so many epochs. */
    STEP,
    /** Is cut after so many epochs on end without a better validation loss. */
    PLATEAU;

    /** Whether the rate is cut at the end of some epochs. */
    public boolean hasCuts() {
      return this == STEP || this == PLATEAU;
    }
  }

  private static final double FLOOR = 0.05;
  private static final int CUT_EPOCHS = 5;
  private static final double CUT_FACTOR = 0.5;

  public LearningRate {
    if (!(peak > 0) || peak > 1) {
      throw new IllegalArgumentException(
          "learning rate must be above 0 and at most 1 but was " + peak);
    }
    if (warmup < 0) {
      throw new IllegalArgumentException("warmup must be 0 batches or more but was " + warmup);
    }
    if (shape == null) {
      throw new IllegalArgumentException(
          "learning rate must have the shape CONSTANT, COSINE, STEP or PLATEAU");
    }
    if (shape.hasCuts()) {
      Range.requireAtLeast("cut epochs", cutEpochs, 1);
      if (!(cutFactor > 0 && cutFactor < 1)) {
        throw new IllegalArgumentException(
            "cut factor must be above 0 and below 1 but was " + cutFactor);
      }
    } else if (cutEpochs != 0 || cutFactor != 0) {
      throw new IllegalArgumentException(
          "cut epochs and cut factor must be left out with the schedule %s but were %d and %s: they go with step and plateau"
              .formatted(shape.name().toLowerCase(Locale.ROOT), cutEpochs, cutFactor));
    }
  }

  /** Creates a rate with cuts in half after 5 epochs, where the shape has cuts. */
  public LearningRate(double peak, int warmup, Shape shape) {
    this(peak, warmup, shape, shape.hasCuts() ? CUT_EPOCHS : 0, shape.hasCuts() ? CUT_FACTOR : 0);
  }

  /** Returns this rate with another peak. */
  public LearningRate withPeak(double other) {
    return new LearningRate(other, warmup, shape, cutEpochs, cutFactor);
  }

  /**
   * The rate of a batch, for all its windows.
   *
   * @param batch counted from 0 over the whole run
   * @param total planned batches of the whole run
   * @param cuts so far, as {@link #cuts} counts them
   */
  public double at(long batch, long total, int cuts) {
    if (batch < warmup) {
      return peak * (batch + 1) / warmup;
    }
    return switch (shape) {
      case CONSTANT -> peak;
      case COSINE -> total <= warmup ? peak : cosine((double) (batch - warmup) / (total - warmup));
      case STEP, PLATEAU -> peak * StrictMath.pow(cutFactor, cuts);
    };
  }

  private double cosine(double done) {
    return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(1, done))));
  }

  /**
   * How often the rate has been cut by now; it follows from the losses alone, so that a resumed run
   * goes on as it would have.
   *
   * @param validation losses of the finished epochs
   */
  public int cuts(List<Double> validation) {
    return switch (shape) {
      case CONSTANT, COSINE -> 0;
      case STEP -> validation.size() / cutEpochs;
      case PLATEAU -> plateaus(validation);
    };
  }

  private int plateaus(List<Double> validation) {
    int cuts = 0;
    int waited = 0;
    double best = Double.POSITIVE_INFINITY;
    for (double loss : validation) {
      waited = loss < best ? 0 : waited + 1;
      best = Math.min(best, loss);
      if (waited == cutEpochs) {
        cuts++;
        waited = 0;
      }
    }
    return cuts;
  }
}
