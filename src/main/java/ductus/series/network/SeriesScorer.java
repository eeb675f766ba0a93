package ductus.series.network;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.signal.SignalNetwork;
import ductus.nn.Tape;
import ductus.series.TimeSeries;
import java.util.Arrays;

/** Says how much each step of a series surprises a network. */
public final class SeriesScorer {
  /** Most odd steps in a row that are doubted; more are no fault, but how things are now. */
  private static final int MOST_DOUBTED = 50;

  private static final double HALF_LOG_2_PI = 0.9189385332046727;

  private final SignalNetwork network;
  private final SeriesConfig config;
  private final Tape tape;

  /** Creates a scorer; packs the network. */
  public SeriesScorer(
      SignalNetwork network, SeriesConfig config, Kernels kernels, Workers workers) {
    this.network = network;
    this.config = config;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Returns the −log density of each step's values, in units of their columns' changes, on the mean
   * of the columns that are known; NaN where none is, and of the first steps, as many as are looked
   * back, but no more than half.
   *
   * @param series with the model's columns
   * @param doubt a step that surprises more is not believed: what was expected is read in its
   *     place, so that those behind it are judged by what was sound; infinite to believe all
   * @return nats [T]
   */
  public double[] nats(TimeSeries series, double doubt) {
    double[] nats = new double[series.length()];
    SeriesCursor cursor = new SeriesCursor(network, config, series.times(), 0, tape);
    int first = Math.max(1, Math.min(config.memory(), series.length() / 2));
    int doubted = 0;
    for (int t = 0; t < nats.length; t++) {
      double[] values = series.rows(t, t + 1);
      nats[t] = t < first ? Double.NaN : nats(cursor, values);
      doubted = nats[t] > doubt ? doubted + 1 : 0;
      if (doubted > 0 && doubted <= MOST_DOUBTED) {
        Arrays.fill(values, Double.NaN);
      }
      cursor.accept(values);
    }
    return nats;
  }

  private double nats(SeriesCursor cursor, double[] values) {
    double sum = 0;
    int known = 0;
    for (int c = 0; c < values.length; c++) {
      if (!Double.isNaN(values[c])) {
        double deviation = cursor.deviation(0, c);
        double z = (values[c] - cursor.mean(0, c)) / deviation;
        sum +=
            z * z / 2
                + StrictMath.log(deviation / config.columns().get(c).change())
                + HALF_LOG_2_PI;
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }
}
