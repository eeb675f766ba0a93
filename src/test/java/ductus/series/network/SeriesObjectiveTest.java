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
import ductus.series.linear.LinearFit;
import ductus.series.linear.LinearTerms;
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

  private static SeriesConfig config(String cell, int size, TimeSeries series, boolean basis) {
    SeriesConfig config =
        SeriesConfig.of(
            new CoreConfig(cell, 1, size),
            IntStream.range(0, 2).mapToObj(c -> ColumnScale.of(series, c, LENGTH)).toList(),
            3,
            LinearFit.of(series, LENGTH, 3, LinearTerms.ALL));
    return basis
        ? config
        : new SeriesConfig(
            config.core(), config.columns(), 3, List.of(), List.of(), Widening.NONE, null);
  }

  @Test
  void teachesWhatTheCursorExpects() {
    for (int i = 0; i < 4; i++) {
      boolean basis = i < 2;
      TimeSeries series = series(i % 2 == 1);
      SeriesConfig config = config("gru", 5, series, basis);
      SignalNetwork network = new SignalNetwork(config.shape());
      network.initialize(Randomness.of(1));
      try (Workers workers = new Workers(1)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        Tape bridging = new Tape(KernelChoice.best(), workers);
        network.repack(tape);
        int warmup = 4;
        SeriesWindow window = SeriesWindow.of(series, 2, LENGTH, warmup, config.memory());
        double taught =
            new SeriesObjective(network, config, bridging).measure(List.of(window), tape).nats();
        assertEquals(nats(series, warmup, network, config, tape), taught, 2e-4);
      }
    }
  }

  /** From the formula of the normal distribution, of changes in their unit. */
  private static double nats(
      TimeSeries series, int warmup, SignalNetwork network, SeriesConfig config, Tape tape) {
    SeriesCursor cursor = new SeriesCursor(network, config, series.times(), 2, tape);
    for (int t = Math.max(0, 2 - config.memory()); t < 2; t++) {
      cursor.remember(series.rows(t, t + 1));
    }
    double nats = 0;
    for (int t = 2; t < LENGTH; t++) {
      for (int c = 0; c < 2; c++) {
        double value = series.value(t, c);
        if (t >= 2 + warmup && !Double.isNaN(value)) {
          double deviation = cursor.deviation(0, c);
          double z = (value - cursor.mean(0, c)) / deviation;
          nats +=
              z * z / 2
                  + Math.log(deviation / config.linear().equations().get(c).deviation())
                  + Math.log(2 * Math.PI) / 2;
        }
      }
      cursor.accept(series.rows(t, t + 1));
    }
    return nats;
  }

  @Test
  void pathsThatForkAreAsIfTheyHadBeenAlone() {
    TimeSeries series = series(true);
    SeriesConfig config = config("lstm", 6, series, true);
    SignalNetwork network = new SignalNetwork(config.shape());
    network.initialize(Randomness.of(2));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      SeriesCursor alone = new SeriesCursor(network, config, series.times(), 0, tape);
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
