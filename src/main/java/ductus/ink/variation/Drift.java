package ductus.ink.variation;

import java.util.random.RandomGenerator;

/** A stray of the baseline of a line: a slight climb or fall, and two slow waves. */
public final class Drift {
  private final double climb;
  private final double[] height = new double[2];
  private final double[] frequency = new double[2];
  private final double[] phase = new double[2];

  /** Draws a drift at random, of a deviation in x-heights. */
  public Drift(double deviation, RandomGenerator random) {
    climb = Wave.normal(random, deviation / 30);
    for (int i = 0; i < height.length; i++) {
      height[i] = Wave.normal(random, deviation);
      // Wave lengths of 7 to 25 x-heights.
      frequency[i] = 0.04 + 0.1 * random.nextDouble();
      phase[i] = random.nextDouble();
    }
  }

  /** Height of the baseline at a place. */
  public double at(double x) {
    double sum = climb * x;
    for (int i = 0; i < height.length; i++) {
      sum += height[i] * Wave.at(frequency[i] * x + phase[i]);
    }
    return sum;
  }
}
