package ductus.ink.scan;

import java.util.Optional;

/**
 * The ink of a picture by how much darker each pixel is than the paper under it, as a part of the
 * paper's brightness, so that light and shadow change nothing.
 */
final class InkContrast {
  /** Least darkness of ink, of the brightness of its paper. */
  private static final double LEAST = 0.12;

  /** Ink stands out from the noise of the paper by so many of the usual difference of neighbors. */
  private static final double BEYOND_NOISE = 6;

  private static final int LEVELS = 256;

  private InkContrast() {}

  /**
   * Finds the ink.
   *
   * @param values brightness of each pixel, dark on light, row by row; not modified
   * @param broadest line of ink, in pixels, see {@link PaperGround}
   * @return empty where nothing stands out
   */
  static Optional<InkMap> of(float[] values, int width, int height, double broadest) {
    PaperGround ground = new PaperGround(values, width, height, broadest);
    float[] darkness = new float[values.length];
    int[] levels = new int[LEVELS];
    for (int i = 0; i < values.length; i++) {
      double paper = Math.max(1, ground.at(i / width, i % width));
      darkness[i] = (float) Math.max(0, 1 - values[i] / paper);
      levels[(int) Math.min(LEVELS - 1, darkness[i] * LEVELS)]++;
    }
    double full = full(levels, Math.max(LEAST, BEYOND_NOISE * noise(values, width)));
    if (full == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < darkness.length; i++) {
      darkness[i] = (float) Math.min(1, darkness[i] / full);
    }
    return Optional.of(new InkMap(width, height, darkness));
  }

  /** Median difference of neighbors in a row, as a part of full brightness. */
  private static double noise(float[] values, int width) {
    int[] differences = new int[LEVELS];
    int pairs = 0;
    for (int i = 1; i < values.length; i++) {
      if (i % width != 0) {
        differences[(int) Math.min(LEVELS - 1, Math.abs(values[i] - values[i - 1]))]++;
        pairs++;
      }
    }
    int median = 0;
    for (int below = differences[0]; 2 * below < pairs; below += differences[median]) {
      median++;
    }
    return (double) median / LEVELS;
  }

  /**
   * The mean darkness of ink: of the darker of two classes that differ most (Otsu 1979), among what
   * stands out at all; 0 where nothing does.
   */
  private static double full(int[] levels, double least) {
    int from = (int) Math.ceil(least * LEVELS);
    double all = 0;
    double sum = 0;
    for (int level = from; level < LEVELS; level++) {
      all += levels[level];
      sum += (double) levels[level] * level;
    }
    if (all == 0) {
      return 0;
    }
    double below = 0;
    double sumBelow = 0;
    double most = -1;
    double mean = sum / all;
    for (int level = from; level < LEVELS; level++) {
      double above = all - below;
      if (above > 0) {
        double gap = below == 0 ? 0 : (sum - sumBelow) / above - sumBelow / below;
        double between = below * above * gap * gap;
        if (between > most) {
          most = between;
          mean = (sum - sumBelow) / above;
        }
      }
      below += levels[level];
      sumBelow += (double) levels[level] * level;
    }
    return mean / LEVELS;
  }
}
