package ductus.series.network;

import ductus.series.TimeSeries;
import ductus.train.Example;
import java.util.random.RandomGenerator;

/**
 * A window somewhere in a series, elsewhere each time. One of four gets a gap that is not there, so
 * that a network that learned a series without any can read one that has them.
 *
 * @param series that is learned
 * @param to row behind the last that is learned
 * @param length of the window
 * @param warmup values at its beginning that are not foretold
 */
public record SeriesExample(TimeSeries series, int to, int length, int warmup)
    implements Example<SeriesWindow> {
  private static final double GAP_SHARE = 0.25;
  private static final int SHORTEST_WITH_GAP = 16;

  /** Longest gap, as a part of a window: 1/8. */
  private static final int PART = 8;

  @Override
  public SeriesWindow draw(RandomGenerator random) {
    int from = random.nextInt(to - length + 1);
    double[] values = series.rows(from, from + length);
    int columns = series.columns().size();
    if (length >= SHORTEST_WITH_GAP && random.nextDouble() < GAP_SHARE) {
      int gap = random.nextInt(1, length / PART + 1);
      int begin = random.nextInt(1, length - gap);
      int column = random.nextInt(columns + 1);
      for (int t = begin; t < begin + gap; t++) {
        for (int c = 0; c < columns; c++) {
          if (column == columns || c == column) {
            values[t * columns + c] = Double.NaN;
          }
        }
      }
    }
    return new SeriesWindow(values, columns, warmup);
  }
}
