package ductus.ink.scan;

import java.util.Arrays;

/**
 * The brightness of the paper under writing, as it is along the edge of the picture: even, or
 * slowly growing to one side, as in a photograph.
 *
 * @param level in the first pixel
 * @param perRow what it grows by from a row to the next
 * @param perColumn the same of columns
 */
record PaperBrightness(double level, double perRow, double perColumn) {
  /** Part of all contrast beyond which a change is no ground: it is ink. */
  private static final double MOST_CHANGE = 0.5;

  private static final double WHITE = 255;

  /** Paper is never darker than this, so that noise in deep shadow is no ink. */
  private static final double DARKEST = 16;

  /**
   * Finds the ground of a picture by the medians of its edges.
   *
   * @param values row by row, 0 to 255; not modified
   */
  static PaperBrightness of(float[] values, int width, int height) {
    double[] top = new double[width];
    double[] bottom = new double[width];
    double[] left = new double[height];
    double[] right = new double[height];
    for (int column = 0; column < width; column++) {
      top[column] = values[column];
      bottom[column] = values[(height - 1) * width + column];
    }
    double least = values[0];
    double most = values[0];
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    for (int row = 0; row < height; row++) {
      left[row] = values[row * width];
      right[row] = values[row * width + width - 1];
    }
    double across = median(right) - median(left);
    double down = median(bottom) - median(top);
    boolean even = Math.max(Math.abs(across), Math.abs(down)) > MOST_CHANGE * (most - least);
    double perRow = even || height == 1 ? 0 : down / (height - 1);
    double perColumn = even || width == 1 ? 0 : across / (width - 1);
    double[] edge = new double[2 * (width + height)];
    for (int column = 0; column < width; column++) {
      edge[2 * column] = top[column] - perColumn * column;
      edge[2 * column + 1] = bottom[column] - perColumn * column - perRow * (height - 1);
    }
    for (int row = 0; row < height; row++) {
      edge[2 * (width + row)] = left[row] - perRow * row;
      edge[2 * (width + row) + 1] = right[row] - perRow * row - perColumn * (width - 1);
    }
    return new PaperBrightness(median(edge), perRow, perColumn);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The brightness of the ground under a pixel. */
  private double at(int row, int column) {
    return level + perRow * row + perColumn * column;
  }

  /** Makes values dark on light, the light ones about white. */
  void level(float[] values, int width) {
    boolean isLight = isLight(values, width);
    for (int i = 0; i < values.length; i++) {
      double ground = at(i / width, i % width);
      double paper = Math.max(DARKEST, isLight ? ground : WHITE - ground);
      values[i] = (float) (WHITE * (isLight ? values[i] : WHITE - values[i]) / paper);
    }
  }

  /** Whether what stands out from the ground is darker. */
  private boolean isLight(float[] values, int width) {
    double darker = 0;
    double brighter = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - at(i / width, i % width);
      if (difference < 0) {
        darker += difference * difference;
      } else {
        brighter += difference * difference;
      }
    }
    return darker >= brighter;
  }
}
