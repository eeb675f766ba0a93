package ductus.ink.variation;

import java.util.random.RandomGenerator;

/** A smooth periodic function of value −1 to 1, near a sine, the same bits on every machine. */
public final class Wave {
  private Wave() {}

  /** The value of the wave at a phase; one period a unit. */
  public static double at(double phase) {
    double part = phase - Math.floor(phase);
    return part < 0.5 ? 16 * part * (0.5 - part) : -16 * (part - 0.5) * (1 - part);
  }

  /** Draws a normal number that is never far out. */
  public static double normal(RandomGenerator random, double deviation) {
    return deviation == 0 ? 0 : deviation * Math.max(-2.2, Math.min(2.2, random.nextGaussian()));
  }
}
