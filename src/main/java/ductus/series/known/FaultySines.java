package ductus.series.known;

import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two sines of different periods with noise, and faults in them: what a sensor on a machine may
 * say, and what happens to it. Faults do not touch each other.
 */
public final class FaultySines {
  private static final double NOISE = 0.05;
  private static final int LONGEST = 40;
  private static final int SHORTEST = 10;

  /** Steps around a fault that stay without one. */
  private static final int SOUND = 40;

  private final double[] values;
  private final List<Fault> faults;

  /** The kinds of faults. */
  public enum Kind {
    /** A fault of one value that is far off. */
    SPIKE,
    /** A fault in which all values are higher, or lower, by about half of the larger sine. */
    SHIFT,
    /** The value stays what it was. */
    STUCK,
    /** The sines are gone, their noise is four times as strong. */
    NOISE
  }

  /**
   * A fault in the series.
   *
   * @param from first time step
   * @param to time step behind the last
   */
  public record Fault(Kind kind, int from, int to) {}

  private FaultySines(double[] values, List<Fault> faults) {
    this.values = values;
    this.faults = List.copyOf(faults);
  }

  /**
   * Draws a series with faults at random.
   *
   * @param length time steps
   * @param sound time steps at the beginning that have no fault, to learn from
   * @param faults how many; each wants 120 time steps
   */
  public static FaultySines of(int length, int sound, int faults, long seed) {
    int room = faults == 0 ? 0 : (length - sound) / faults;
    if (sound < 0 || faults < 0 || (faults > 0 && room < LONGEST + 2 * SOUND) || length < 1) {
      throw new IllegalArgumentException(
          "a series with %d faults must have %d time steps behind the sound ones but has %d"
              .formatted(faults, (long) faults * (LONGEST + 2 * SOUND), length - sound));
    }
    RandomGenerator random = Randomness.of(seed);
    double[] values = sines(length, random);
    List<Fault> all = new ArrayList<>();
    for (int n = 0; n < faults; n++) {
      Kind kind = Kind.values()[n % Kind.values().length];
      int steps = kind == Kind.SPIKE ? 1 : random.nextInt(SHORTEST, LONGEST + 1);
      int first = sound + n * room + SOUND;
      int from = random.nextInt(first, first + room - 2 * SOUND - steps + 1);
      Fault fault = new Fault(kind, from, from + steps);
      apply(fault, values, random);
      all.add(fault);
    }
    return new FaultySines(values, all);
  }

  private static double[] sines(int length, RandomGenerator random) {
    double slow = random.nextDouble(40, 60);
    double fast = random.nextDouble(9, 13);
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      values[t] =
          StrictMath.sin(2 * Math.PI * t / slow)
              + 0.5 * StrictMath.sin(2 * Math.PI * t / fast)
              + NOISE * random.nextGaussian();
    }
    return values;
  }

  private static void apply(Fault fault, double[] values, RandomGenerator random) {
    double sign = random.nextBoolean() ? 1 : -1;
    double before = values[Math.max(0, fault.from() - 1)];
    for (int t = fault.from(); t < fault.to(); t++) {
      values[t] =
          switch (fault.kind()) {
            case SPIKE -> values[t] + 2 * sign;
            case SHIFT -> values[t] + 0.6 * sign;
            case STUCK -> before;
            case NOISE -> 4 * NOISE * random.nextGaussian();
          };
    }
  }

  /** The series [T]; a copy. */
  public double[] values() {
    return values.clone();
  }

  /** The faults of the series, in the order of time. */
  public List<Fault> faults() {
    return faults;
  }

  /** Whether a time step is in a fault. */
  public boolean isFaulty(int step) {
    return faults.stream().anyMatch(fault -> fault.from() <= step && step < fault.to());
  }
}
