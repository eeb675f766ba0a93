package ductus.music.finding;

import java.util.List;

/**
 * The tempo of some onsets: the one in which the times between them are nearest to usual note
 * values, with a liking for plain values and for tempos near that before.
 */
public final class TempoEstimate {
  /** The tempo in quarter notes a minute that is taken for likely where nothing is known. */
  public static final double USUAL = 100;

  private static final int SLOWEST = 50;
  private static final int FASTEST = 200;

  /** Note values in quarters, and what each costs. */
  private static final double[] VALUES = {0.25, 1 / 3.0, 0.5, 2 / 3.0, 0.75, 1, 1.5, 2, 3, 4};

  private static final double[] COSTS = {0.3, 0.45, 0.1, 0.5, 0.3, 0, 0.2, 0.1, 0.3, 0.3};

  /** Relative deviation of times between onsets as people play them. */
  private static final double DEVIATION = 0.08;

  /** The time in seconds below which onsets are those of one chord: 40 ms. */
  private static final double CHORD = 0.04;

  /** The standard deviation of the logarithm of a tempo's factor to the tempo before. */
  private static final double LIKING = 0.6;

  private TempoEstimate() {}

  /**
   * Estimates the tempo of onsets in quarter notes a minute.
   *
   * @param onsets microseconds, in order
   * @param before the tempo so far
   */
  public static double quartersPerMinute(List<Long> onsets, double before) {
    double best = before;
    double least = Double.POSITIVE_INFINITY;
    for (int tempo = SLOWEST; tempo <= FASTEST; tempo++) {
      double distance = StrictMath.log(tempo / before) / LIKING;
      double cost = distance * distance / 2;
      int times = 0;
      for (int i = 1; i < onsets.size(); i++) {
        double seconds = (onsets.get(i) - onsets.get(i - 1)) / 1e6;
        if (seconds >= CHORD) {
          cost += cost(seconds * tempo / 60);
          times++;
        }
      }
      if (times > 0 && cost < least) {
        least = cost;
        best = tempo;
      }
    }
    return best;
  }

  /**
   * The cost of a time between onsets as the note value that fits it best; longer ones say little.
   */
  private static double cost(double quarters) {
    double least = 4;
    for (int i = 0; i < VALUES.length; i++) {
      double error = StrictMath.log(quarters / VALUES[i]) / DEVIATION;
      least = Math.min(least, error * error / 2 + COSTS[i]);
    }
    return least;
  }
}
