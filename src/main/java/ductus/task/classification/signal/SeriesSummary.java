package ductus.task.classification.signal;

import ductus.model.signal.SignalSequence;

/**
 * Simple numbers of a whole series, to compare networks by: of each column mean, deviation, least
 * and largest, mean change, slope, and how alike neighbors are; and the length.
 */
final class SeriesSummary {
  private static final int OF_COLUMN = 7;

  private SeriesSummary() {}

  static double[] of(SignalSequence series) {
    int columns = series.inputsPerStep() / SeriesFeatureExtractor.OF_COLUMN;
    double[] all = new double[OF_COLUMN * columns + 1];
    for (int c = 0; c < columns; c++) {
      write(series, SeriesFeatureExtractor.OF_COLUMN * c, all, OF_COLUMN * c);
    }
    all[all.length - 1] = StrictMath.log(series.length());
    return all;
  }

  private static void write(SignalSequence series, int input, double[] into, int at) {
    int steps = series.length();
    double sum = 0;
    double change = 0;
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < steps; t++) {
      double value = series.input(t, input);
      sum += value;
      least = Math.min(least, value);
      largest = Math.max(largest, value);
      change += series.input(t, input + 2) / steps;
    }
    double mean = sum / steps;
    double squares = 0;
    double neighbors = 0;
    double rise = 0;
    double ways = 0;
    for (int t = 0; t < steps; t++) {
      double from = series.input(t, input) - mean;
      double way = t - (steps - 1) / 2.0;
      squares += from * from;
      neighbors += t == 0 ? 0 : from * (series.input(t - 1, input) - mean);
      rise += way * from;
      ways += way * way;
    }
    into[at] = mean;
    into[at + 1] = Math.sqrt(squares / steps);
    into[at + 2] = least;
    into[at + 3] = largest;
    into[at + 4] = change;
    into[at + 5] = ways > 0 ? rise / ways * steps : 0;
    into[at + 6] = squares > 0 ? neighbors / squares : 0;
  }
}
