package ductus.series.network;

import ductus.series.TimeSeries;
import ductus.train.Example;
import java.util.random.RandomGenerator;

/**
 * A window somewhere in a series, elsewhere each time. One of four gets a gap that is not there, so
 * that a network that learned a series without any can read one that has them.
 *
 * @param series that is learned
 * @param from first row that a window may begin with
 * @param to row behind the last that is learned
 * @param length of the window
 * @param warmup values at its beginning that are not foretold
 * @param memory rows before a window that are remembered
 */
public record SeriesExample(TimeSeries series, int from, int to, int length, int warmup, int memory)
    implements Example<SeriesWindow> {
  private static final double GAP_SHARE = 0.25;
  private static final int SHORTEST_WITH_GAP = 16;

  /** Longest gap, as a part of a window: 1/8. */
  private static final int PART = 8;

  @Override
  public SeriesWindow draw(RandomGenerator random) {
    int begin = from + random.nextInt(to - from - length + 1);
    SeriesWindow window = SeriesWindow.of(series, begin, begin + length, warmup, memory);
    if (length < SHORTEST_WITH_GAP || random.nextDouble() >= GAP_SHARE) {
      return window;
    }
    int columns = series.columns().size();
    int gap = random.nextInt(1, length / PART + 1);
    int first = random.nextInt(1, length - gap);
    int column = random.nextInt(columns + 1);
    return window.withGap(first, first + gap, column == columns ? -1 : column);
  }
}
