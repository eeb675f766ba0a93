package ductus.series.forecast;

import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.signal.SignalNetwork;
import ductus.nn.Tape;
import ductus.series.TimeSeries;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesConfig;
import ductus.series.network.SeriesCursor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws paths that go on from a series. */
public final class Forecaster {
  /** Most values that are read before a forecast. */
  private static final int CONTEXT = 2000;

  private final SignalNetwork network;
  private final SeriesConfig config;
  private final Tape tape;
  private final int paths;

  /**
   * Creates a forecaster; packs the network.
   *
   * @param paths that an interval is made of, 1 or more
   */
  public Forecaster(
      SignalNetwork network, SeriesConfig config, int paths, Kernels kernels, Workers workers) {
    this.network = network;
    this.config = config;
    this.paths = paths;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Creates a cursor behind some rows.
   *
   * @param series with the model's columns
   * @param to row behind the last that is read
   */
  SeriesCursor read(TimeSeries series, int to) {
    int from = Math.max(0, to - CONTEXT);
    SeriesCursor cursor = new SeriesCursor(network, config, series.times(), from, tape);
    for (int t = Math.max(0, from - config.memory()); t < from; t++) {
      cursor.remember(series.rows(t, t + 1));
    }
    for (int t = from; t < to; t++) {
      cursor.accept(series.rows(t, t + 1));
    }
    return cursor;
  }

  /**
   * Foretells how a series goes on.
   *
   * @param history with the model's columns
   * @param steps N, 1 or more
   */
  public Forecast forecast(TimeSeries history, int steps, long seed) {
    return forecast(read(history, history.length()), steps, Randomness.of(seed));
  }

  /** Foretells how a series goes on behind what a cursor has read; the cursor stays where it is. */
  Forecast forecast(SeriesCursor from, int steps, RandomGenerator random) {
    List<ColumnScale> columns = config.columns();
    int size = columns.size();
    ErrorSource errors = new ErrorSource(config.errors());
    SeriesCursor cursor = from.fork(paths);
    double[][][] values = new double[steps][size][paths];
    double[] next = new double[paths * size];
    double[] error = new double[size];
    for (int n = 0; n < steps; n++) {
      for (int path = 0; path < paths; path++) {
        errors.draw(error, random);
        for (int c = 0; c < size; c++) {
          double value =
              columns.get(c).bounded(cursor.mean(path, c) + cursor.deviation(path, c) * error[c]);
          next[path * size + c] = value;
          values[n][c][path] = value;
        }
      }
      if (n + 1 < steps) {
        cursor.accept(next);
      }
    }
    return new Forecast(values, config.widening());
  }
}
