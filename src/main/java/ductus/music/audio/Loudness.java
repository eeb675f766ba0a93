package ductus.music.audio;

import java.util.Arrays;

/**
 * Measures how loud a sound is: the root mean square of those of its blocks that are not much
 * softer than the others, so that rests and the last notes ringing out do not count.
 */
public final class Loudness {
  /** Power below that of the mean of the loud blocks by which others are left out: 10 dB. */
  private static final double GATE = 0.1;

  /** Power below that of the loudest block by which others are silence: 40 dB. */
  private static final double SILENCE = 1e-4;

  private double[] powers = new double[1024];
  private int blocks;

  /**
   * Counts a block of samples.
   *
   * @param meanSquare of its samples
   */
  public void add(double meanSquare) {
    if (blocks == powers.length) {
      powers = Arrays.copyOf(powers, 2 * blocks);
    }
    powers[blocks++] = meanSquare;
  }

  /** The root mean square of the blocks that count; 0 of silence. */
  public double gatedRootMeanSquare() {
    double loudest = Arrays.stream(powers, 0, blocks).max().orElse(0);
    double first = meanAbove(loudest * SILENCE);
    return Math.sqrt(meanAbove(first * GATE));
  }

  private double meanAbove(double gate) {
    return Arrays.stream(powers, 0, blocks)
        .filter(power -> power > 0 && power >= gate)
        .average()
        .orElse(0);
  }
}
