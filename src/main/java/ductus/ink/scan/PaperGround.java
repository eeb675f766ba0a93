package ductus.ink.scan;

/**
 * The brightness of the paper under each pixel of a picture, dark writing taken away: the brightest
 * part near by, and of those the darkest (a closing of gray levels), so that light which changes
 * slowly, and shadows that are wide, stay.
 */
final class PaperGround {
  /** Cells of the shorter side, whose mean brightness is looked at. */
  private static final int CELLS = 48;

  private final int cell;
  private final int columns;
  private final int rows;
  private final float[] levels;

  /**
   * Finds the ground of a picture.
   *
   * @param values dark on light, row by row
   * @param broadest mark that is no shadow, in pixels
   */
  PaperGround(float[] values, int width, int height, double broadest) {
    cell = Math.max(1, Math.min(width, height) / CELLS);
    columns = (width + cell - 1) / cell;
    rows = (height + cell - 1) / cell;
    int reach = Math.max(1, (int) Math.ceil(broadest / cell / 2));
    float[] brightest = extremes(means(values, width, height), reach, 1);
    levels = extremes(brightest, reach, -1);
  }

  private float[] means(float[] values, int width, int height) {
    float[] sums = new float[columns * rows];
    int[] counts = new int[columns * rows];
    for (int i = 0; i < values.length && i < width * height; i++) {
      int at = i / width / cell * columns + i % width / cell;
      sums[at] += values[i];
      counts[at]++;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  /** The greatest of the cells near each, or the least if the sign is -1. */
  private float[] extremes(float[] cells, int reach, int sign) {
    float[] alongRows = new float[cells.length];
    float[] all = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      int row = i / columns;
      float extreme = cells[i];
      for (int c = Math.max(0, i % columns - reach);
          c <= Math.min(columns - 1, i % columns + reach);
          c++) {
        extreme = sign * Math.max(sign * extreme, sign * cells[row * columns + c]);
      }
      alongRows[i] = extreme;
    }
    for (int i = 0; i < cells.length; i++) {
      float extreme = alongRows[i];
      for (int r = Math.max(0, i / columns - reach);
          r <= Math.min(rows - 1, i / columns + reach);
          r++) {
        extreme = sign * Math.max(sign * extreme, sign * alongRows[r * columns + i % columns]);
      }
      all[i] = extreme;
    }
    return all;
  }

  /** The brightness of the ground under a pixel, between the middles of cells linearly. */
  double at(int row, int column) {
    double r = Math.max(0, Math.min(rows - 1, (row + 0.5) / cell - 0.5));
    double c = Math.max(0, Math.min(columns - 1, (column + 0.5) / cell - 0.5));
    int above = (int) Math.min(r, Math.max(0, rows - 2));
    int left = (int) Math.min(c, Math.max(0, columns - 2));
    double upper = level(above, left) + (c - left) * (level(above, left + 1) - level(above, left));
    double lower =
        level(above + 1, left) + (c - left) * (level(above + 1, left + 1) - level(above + 1, left));
    return upper + (r - above) * (lower - upper);
  }

  private float level(int row, int column) {
    return levels[Math.min(rows - 1, row) * columns + Math.min(columns - 1, column)];
  }
}
