package ductus.series.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.nn.Tape;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesObjectiveTest {
  private static final int LENGTH = 30;

  /** Two columns, with or without gaps. */
  private static TimeSeries series(boolean gaps) {
    RandomGenerator random = Randomness.of(7);
    double[] values = random.doubles(2 * LENGTH).toArray();
    if (gaps) {
      values[20] = Double.NaN;
      values[21] = Double.NaN;
      values[22] = Double.NaN;
      values[41] = Double.NaN;
    }
    return new TimeSeries(TimeAxis.rows(LENGTH), List.of("a", "b"), values);
  }

  @Test
  void teachesWhatTheCursorExpects() {
    for (boolean gaps : new boolean[] {false, true}) {
      TimeSeries series = series(gaps);
      List<ColumnScale> columns =
          IntStream.range(0, 2).mapToObj(c -> ColumnScale.of(series, c, LENGTH)).toList();
      SeriesConfig config = SeriesConfig.of(new CoreConfig("gru", 1, 5), columns, 0);
      SignalNetwork network = new SignalNetwork(config.shape());
      network.initialize(Randomness.of(1));
      try (Workers workers = new Workers(1)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        Tape bridging = new Tape(KernelChoice.best(), workers);
        network.repack(tape);
        int warmup = 4;
        SeriesWindow window = new SeriesWindow(series.rows(0, LENGTH), 2, warmup);
        double taught =
            new SeriesObjective(network, columns, bridging).measure(List.of(window), tape).nats();
        assertEquals(nats(series, warmup, network, columns, tape), taught, 2e-4);
      }
    }
  }

  /** From the formula of the normal distribution, of changes in their unit. */
  private static double nats(
      TimeSeries series, int warmup, SignalNetwork network, List<ColumnScale> columns, Tape tape) {
    SeriesCursor cursor = new SeriesCursor(network, columns, tape, 1);
    double nats = 0;
    for (int t = 0; t < LENGTH; t++) {
      for (int c = 0; c < 2; c++) {
        double value = series.value(t, c);
        if (t >= warmup && !Double.isNaN(value)) {
          double deviation = cursor.deviation(0, c);
          double z = (value - cursor.mean(0, c)) / deviation;
          nats +=
              z * z / 2 + Math.log(deviation / columns.get(c).change()) + Math.log(2 * Math.PI) / 2;
        }
      }
      cursor.accept(series.rows(t, t + 1));
    }
    return nats;
  }

  @Test
  void pathsThatForkAreAsIfTheyHadBeenAlone() {
    TimeSeries series = series(true);
    List<ColumnScale> columns =
        IntStream.range(0, 2).mapToObj(c -> ColumnScale.of(series, c, LENGTH)).toList();
    SeriesConfig config = SeriesConfig.of(new CoreConfig("lstm", 2, 6), columns, 0);
    SignalNetwork network = new SignalNetwork(config.shape());
    network.initialize(Randomness.of(2));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      SeriesCursor alone = new SeriesCursor(network, columns, tape, 1);
      for (int t = 0; t < 20; t++) {
        alone.accept(series.rows(t, t + 1));
      }
      SeriesCursor fork = alone.fork(3);
      for (int path = 0; path < 3; path++) {
        assertEquals(alone.mean(0, 1), fork.mean(path, 1));
      }
      fork.accept(new double[] {0.1, 0.2, Double.NaN, 0.5, 0.3, 0.4});
      alone.accept(new double[] {Double.NaN, 0.5});
      for (int c = 0; c < 2; c++) {
        assertEquals(alone.mean(0, c), fork.mean(1, c), 1e-6);
        assertEquals(alone.deviation(0, c), fork.deviation(1, c), 1e-6);
      }
    }
  }
}
