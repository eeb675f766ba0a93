package ductus.ink.tracing;

import java.util.Arrays;

/**
 * The brightness of the paper under a letter, as it is along the edge of the picture: even, or
 * slowly growing to one side, as in a photograph.
 *
 * @param level in the first pixel
 * @param perRow what it grows by from a row to the next
 * @param perColumn the same of columns
 */
record PaperBrightness(double level, double perRow, double perColumn) {
  /** Part of all contrast beyond which a change is no ground: it is ink. */
  private static final double MOST_CHANGE = 0.5;

  /**
   * Finds the ground of a picture by the medians of its edges.
   *
   * @param values row by row
   */
  static PaperBrightness of(double[] values, int width, int height) {
    double[] top = Arrays.copyOf(values, width);
    double[] bottom = Arrays.copyOfRange(values, (height - 1) * width, height * width);
    double[] left = new double[height];
    double[] right = new double[height];
    for (int row = 0; row < height; row++) {
      left[row] = values[row * width];
      right[row] = values[row * width + width - 1];
    }
    double contrast = Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    double across = median(right) - median(left);
    double down = median(bottom) - median(top);
    boolean even = Math.max(Math.abs(across), Math.abs(down)) > MOST_CHANGE * contrast;
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
  double at(int row, int column) {
    return level + perRow * row + perColumn * column;
  }
}
