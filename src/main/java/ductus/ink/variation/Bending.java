package ductus.ink.variation;

import ductus.ink.Box;
import java.util.random.RandomGenerator;

/**
 * A deviation of one drawing of a letter from the model: a little larger, wider, tilted, raised,
 * and bent by slow waves across it.
 */
public final class Bending {
  private static final int WAVES = 2;

  private final double centerX;
  private final double width;
  private final double height;
  private final double tilt;
  private final double turn;
  private final double raise;
  private final double shape;
  private final double[] waveX = new double[2 * WAVES];
  private final double[] waveY = new double[2 * WAVES];
  private final double[] phase = new double[2 * WAVES];

  /** Draws a bending at random. */
  public Bending(Box box, HandVariation variation, RandomGenerator random) {
    double letter = variation.letter();
    centerX = box.centerX();
    double size = 1 + Wave.normal(random, letter);
    width = size + Wave.normal(random, letter);
    height = size + Wave.normal(random, letter / 2);
    tilt = Wave.normal(random, letter);
    turn = Wave.normal(random, letter / 2);
    raise = Wave.normal(random, letter / 2);
    shape = variation.shape();
    if (shape > 0) {
      for (int i = 0; i < phase.length; i++) {
        // Wave lengths of one and a half to four x-heights.
        double frequency = 0.25 + 0.42 * random.nextDouble();
        double slope = 2 * random.nextDouble() - 1;
        double norm = frequency / Math.sqrt(1 + slope * slope);
        boolean steep = random.nextBoolean();
        waveX[i] = steep ? norm * slope : norm;
        waveY[i] = steep ? norm : norm * slope;
        phase[i] = random.nextDouble();
      }
    }
  }

  public double x(double x, double y) {
    return centerX + width * (x - centerX) + tilt * y + shape * waves(0, x, y);
  }

  public double y(double x, double y) {
    return height * y + turn * (x - centerX) + raise + shape * waves(WAVES, x, y);
  }

  private double waves(int first, double x, double y) {
    if (shape == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = first; i < first + WAVES; i++) {
      sum += Wave.at(waveX[i] * x + waveY[i] * y + phase[i]);
    }
    return sum;
  }
}
