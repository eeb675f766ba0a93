package ductus.series.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import ductus.series.forecast.ForecastEvaluation.NaiveForecast;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesConfig;
import ductus.series.network.Widening;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ForecasterTest {
  private static final int LENGTH = 400;

  /** A random walk, of which a network of zero weights knows all that can be known. */
  private static TimeSeries walk() {
    RandomGenerator random = Randomness.of(11);
    double[] values = new double[LENGTH];
    for (int t = 1; t < LENGTH; t++) {
      values[t] = values[t - 1] + 2 * random.nextGaussian();
    }
    return new TimeSeries(TimeAxis.rows(LENGTH), List.of("walk"), values);
  }

  private static SeriesConfig config(List<List<Double>> errors) {
    return new SeriesConfig(
        new CoreConfig("lstm", 1, 4),
        List.of(ColumnScale.of(walk(), 0, LENGTH)),
        0,
        errors,
        List.of(),
        Widening.NONE,
        null);
  }

  private static Forecaster forecaster(SeriesConfig config, Workers workers) {
    return new Forecaster(
        new SignalNetwork(config.shape()), config, 4000, KernelChoice.best(), workers);
  }

  @Test
  void aRandomWalkStaysWhereItIsAndSpreadsWithTheRootOfTime() {
    SeriesConfig config = config(List.of());
    try (Workers workers = new Workers(1)) {
      Forecast forecast = forecaster(config, workers).forecast(walk(), 16, 1);
      double last = walk().value(LENGTH - 1, 0);
      double deviation = config.columns().get(0).change();
      for (int n : new int[] {0, 3, 15}) {
        double spread = deviation * Math.sqrt(n + 1.0);
        assertEquals(last, forecast.mean(n, 0), 0.1 * spread);
        assertEquals(0.674 * spread, forecast.high(n, 0, 0) - last, 0.12 * spread);
        assertEquals(1.645 * spread, last - forecast.low(n, 0, 1), 0.12 * spread);
        assertTrue(forecast.holds(n, 0, 0, last));
      }
    }
  }

  @Test
  void intervalsHaveTheShapeOfHeldOutErrors() {
    List<List<Double>> errors = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      errors.add(List.of(i % 2 == 0 ? 1.0 : -1.0));
    }
    SeriesConfig config = config(errors);
    try (Workers workers = new Workers(1)) {
      Forecast forecast = forecaster(config, workers).forecast(walk(), 1, 1);
      double last = walk().value(LENGTH - 1, 0);
      double deviation = config.columns().get(0).change();
      assertEquals(last - deviation, forecast.low(0, 0, 0), 1e-4);
      assertEquals(last + deviation, forecast.high(0, 0, 1), 1e-4);
    }
  }

  @Test
  void measuresCoverageAndErrors() {
    SeriesConfig config = config(List.of());
    try (Workers workers = new Workers(1)) {
      Forecaster forecaster = forecaster(config, workers);
      ForecastEvaluation evaluation = ForecastEvaluation.of(forecaster, config, walk(), 200, 5, 1);
      ForecastEvaluation.ColumnFigures figures = evaluation.columns().get(0);
      assertEquals(98, evaluation.origins());
      assertEquals(figures.oneStep().lastValue(), figures.oneStep().network(), 0.02);
      assertEquals(0.5, figures.half(), 0.12);
      assertEquals(0.9, figures.nineTenths(), 0.08);
      List<List<Double>> errors = HeldOutErrors.of(forecaster, walk(), 200, 400);
      assertEquals(200, errors.size());
      double square = errors.stream().mapToDouble(row -> row.get(0) * row.get(0)).sum() / 200;
      assertEquals(1, square, 0.2);
      assertThrows(
          IllegalArgumentException.class,
          () -> ForecastEvaluation.of(forecaster, config, walk(), 398, 5, 1));
    }
  }

  @Tag("long")
  @Test
  void intervalsAreWidenedUntilTheyHoldTheirShare() {
    // Errors that are believed to be a third of what they are.
    List<List<Double>> small = new ArrayList<>();
    RandomGenerator random = Randomness.of(5);
    for (int i = 0; i < 400; i++) {
      small.add(List.of(random.nextGaussian() / 3));
    }
    SeriesConfig narrow = config(small);
    try (Workers workers = new Workers(1)) {
      Widening found = WideningFit.of(forecaster(narrow, workers), walk(), 200, 400, 1);
      assertEquals(20, found.steps());
      assertEquals(3, found.factors().get(1), 1);
      assertEquals(1, found.factor(0, 1));
      assertEquals(found.factors().get(1), found.factor(30, 1));
      double before = held(narrow, workers);
      double after = held(narrow.withWidening(found), workers);
      assertTrue(before < 0.6 && after > before + 0.15, before + " to " + after);
    }
  }

  private static double held(SeriesConfig config, Workers workers) {
    return ForecastEvaluation.of(forecaster(config, workers), config, walk(), 200, 20, 2)
        .columns()
        .get(0)
        .nineTenths();
  }

  @Test
  void drawsAPicture() {
    SeriesConfig config = config(List.of());
    try (Workers workers = new Workers(1)) {
      Forecast forecast = forecaster(config, workers).forecast(walk(), 10, 1);
      String svg =
          new String(ForecastPicture.svg("A walk", walk(), forecast), StandardCharsets.UTF_8);
      assertTrue(svg.contains("<path") && svg.contains("from 401 on"), svg);
    }
  }

  @Test
  void whoExpectsNoChangeLooksBackASeason() {
    double[] values = {1, 2, 3, 4, Double.NaN, 6};
    TimeSeries series = new TimeSeries(TimeAxis.rows(6), List.of("a"), values);
    assertEquals(6, new NaiveForecast(0).of(series, 0, 6, 4));
    assertEquals(4, new NaiveForecast(0).of(series, 0, 5, 0));
    assertEquals(4, new NaiveForecast(3).of(series, 0, 6, 0));
    assertEquals(2, new NaiveForecast(3).of(series, 0, 6, 1), "further back behind a gap");
    assertEquals(6, new NaiveForecast(3).of(series, 0, 6, 5));
  }
}
