package ductus.series.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesScorerTest {
  private static final int LENGTH = 200;
  private static final int SPIKE = 100;

  /** Up and down by one, with a spike. */
  private static TimeSeries series(double spike) {
    double[] values = new double[LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      values[t] = t / 2 % 2;
    }
    values[SPIKE] += spike;
    return new TimeSeries(TimeAxis.rows(LENGTH), List.of("a"), values);
  }

  /** A network of zero weights expects the last value. */
  private static double[] nats(TimeSeries series, double doubt) {
    List<ColumnScale> columns = List.of(ColumnScale.of(series(0), 0, LENGTH));
    SeriesConfig config =
        new SeriesConfig(
            new CoreConfig("lstm", 1, 4), columns, 0, List.of(), List.of(), Widening.NONE, null);
    try (Workers workers = new Workers(1)) {
      return new SeriesScorer(
              new SignalNetwork(config.shape()), config, KernelChoice.best(), workers)
          .nats(series, doubt);
    }
  }

  @Test
  void isTheLogarithmOfTheDensity() {
    double[] nats = nats(series(0), Double.POSITIVE_INFINITY);
    ColumnScale scale = ColumnScale.of(series(0), 0, LENGTH);
    assertTrue(Double.isNaN(nats[0]));
    assertEquals(Math.log(2 * Math.PI) / 2, nats[1], 1e-6, "no change");
    double z = 1 / scale.change();
    assertEquals(z * z / 2 + Math.log(2 * Math.PI) / 2, nats[2], 1e-6, "a step");
  }

  @Test
  void whatIsNotBelievedDoesNotSpoilWhatFollows() {
    double most = Arrays.stream(nats(series(0), 1e9)).skip(1).max().orElseThrow();
    double[] believed = nats(series(10), Double.POSITIVE_INFINITY);
    double[] doubted = nats(series(10), 2 * most);
    assertTrue(believed[SPIKE] > 2 * most && doubted[SPIKE] > 2 * most);
    assertTrue(believed[SPIKE + 1] > 2 * most, "the way back surprises, too");
    assertTrue(doubted[SPIKE + 1] < 2 * most, "from what had been expected it does not");
  }

  @Test
  void whatLastsIsHowThingsAre() {
    double[] values = new double[LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      values[t] = t / 2 % 2 + (t < SPIKE ? 0 : 20);
    }
    TimeSeries shifted = new TimeSeries(TimeAxis.rows(LENGTH), List.of("a"), values);
    double[] nats = nats(shifted, 20);
    assertTrue(nats[SPIKE + 10] > 20 && nats[LENGTH - 1] < 20);
  }
}
