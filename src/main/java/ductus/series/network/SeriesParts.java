package ductus.series.network;

import ductus.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a series in three parts, in the order of time: to learn from, to choose by, and to
 * measure by.
 *
 * @param length T
 * @param validation first row of the second part
 * @param test first row of the third
 */
public record SeriesParts(int length, int validation, int test) {
  /** Fewest rows that can be divided into parts. */
  public static final int FEWEST = 8;

  /** Fewest rows from which more than a guess can be hoped for. */
  private static final int ENOUGH = 40;

  private static final double HELD_OUT = 0.1;

  /** Number of values that are read before a stretch that is measured. */
  private static final int CONTEXT = 200;

  private static final int STRETCH = 500;

  /**
   * Divides rows into parts: the last fifth is held out, half of it to choose by, half to measure
   * by.
   */
  public static SeriesParts of(int length) {
    if (length < FEWEST) {
      throw new IllegalArgumentException(
          "a series must have %d rows or more, of which some are held out, but has %d"
              .formatted(FEWEST, length));
    }
    int each = Math.max(2, (int) Math.round(HELD_OUT * length));
    return new SeriesParts(length, length - 2 * each, length - each);
  }

  /** A warning where a series is so short that forecasts are little more than a guess. */
  public static Optional<String> caution(int length) {
    return length >= ENOUGH
        ? Optional.empty()
        : Optional.of(
            length
                + " rows are few: a forecast from them is little more than a guess, and its"
                + " intervals may be far too narrow");
  }

  /**
   * The second part in windows, each read from some way before what it measures.
   *
   * @param memory rows before a window that are remembered
   */
  List<SeriesWindow> validationWindows(TimeSeries series, int memory) {
    List<SeriesWindow> windows = new ArrayList<>();
    for (int from = validation; from < test; from += STRETCH) {
      int begin = Math.max(0, from - CONTEXT);
      int to = Math.min(test, from + STRETCH);
      windows.add(SeriesWindow.of(series, begin, to, from - begin, memory));
    }
    return windows;
  }
}
