package ductus.lab.reservoir;

import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.math.Spread;
import ductus.nn.reservoir.Reservoir;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reservoir that nobody learns is good for, by its size, spectral radius and leak: to answer
 * as NARMA-10 does, and to go on with the series of Mackey and Glass by itself.
 */
public final class Reservoirs implements Examination<Reservoirs.ReservoirSettings> {
  private static final int ERROR = 0;

  /** What the examination of reservoirs is asked to do. */
  public record ReservoirSettings(List<ReservoirSweep> sweeps) {
    public ReservoirSettings {
      sweeps = List.copyOf(sweeps);
    }
  }

  @Override
  public String name() {
    return "reservoir";
  }

  @Override
  public String question() {
    return "what does a reservoir's error depend on: size, spectral radius, leak?";
  }

  @Override
  public Class<ReservoirSettings> settings() {
    return ReservoirSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("series", "varied", "value");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric(
            "error",
            "root of the mean squared error over the deviation of the series (NRMSE): of narma-10"
                + " on 2,000 steps that were not learned, of mackey-glass at step 84 of 100 free"
                + " runs",
            6),
        new TrialMetric("next", "NRMSE of mackey-glass at step 1", 7),
        new TrialMetric(
            "published",
            "error of mackey-glass with 400 units (Jaeger 2001) and 1,000 units (Jaeger and Haas"
                + " 2004: 10^-4.2)",
            6));
  }

  @Override
  public List<Trial> trials(ReservoirSettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (ReservoirSweep sweep : settings.sweeps()) {
      for (VariedParameter variation : VariedParameter.values()) {
        for (double value : variation.values(sweep)) {
          // Complains about what there cannot be before the first trial runs.
          double units = variation.varied(sweep, value).outputSize();
          trials.add(
              new Trial(
                  labels(sweep, variation, value),
                  units * (units * sweep.lesson().steps() + 1e6),
                  bench -> examine(variation.varied(sweep, value), sweep, variation, bench)));
        }
      }
    }
    return trials;
  }

  private static List<String> labels(
      ReservoirSweep sweep, VariedParameter variation, double value) {
    String words = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return List.of(sweep.series(), variation.words(), words);
  }

  private static Outcome examine(
      Reservoir reservoir, ReservoirSweep sweep, VariedParameter variation, TrialContext bench)
      throws InterruptedException {
    bench.reach(0, "");
    reservoir.initialize(Randomness.of(bench.seed()));
    return sweep
        .task()
        .examine(reservoir, sweep.lesson(), bench.seed(), variation == VariedParameter.UNITS);
  }

  @Override
  public byte[] picture(ReservoirSettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    for (ReservoirSweep sweep : settings.sweeps()) {
      for (VariedParameter variation : VariedParameter.values()) {
        if (!variation.values(sweep).isEmpty()) {
          panels.add(
              new Panel(
                      sweep.series(),
                      variation.words(),
                      sweep.task().error(),
                      sweep.task().scale(),
                      List.of(line(sweep, variation, results)))
                  .within(Panel.Range.FROM_ZERO));
        }
      }
    }
    for (ReservoirSweep sweep : settings.sweeps()) {
      List<Series> lines =
          sweep.sizes().stream()
              .map(size -> followed(sweep, size, results))
              .filter(line -> !line.x().isEmpty())
              .toList();
      if (!lines.isEmpty()) {
        panels.add(
            new Panel(
                "error of the free run",
                "steps by itself",
                "NRMSE",
                Panel.Scale.LOGARITHMIC,
                lines));
        panels.add(freeRun(sweep, results));
      }
    }
    return PanelChart.svg("Reservoirs: what their error depends on", 2, panels);
  }

  private static Series line(ReservoirSweep sweep, VariedParameter variation, Results results) {
    List<Double> y = new ArrayList<>();
    List<Double> spread = new ArrayList<>();
    for (double value : variation.values(sweep)) {
      Optional<Spread> error = results.figure(labels(sweep, variation, value), ERROR);
      y.add(error.map(Spread::mean).orElse(Double.NaN));
      spread.add(error.map(Spread::deviation).orElse(Double.NaN));
    }
    return new Series("error", variation.values(sweep), y, spread);
  }

  private static Series followed(ReservoirSweep sweep, int size, Results results) {
    Series mean =
        results.mean(
            labels(sweep, VariedParameter.UNITS, size), MackeyGlassTask.ERROR, size + " units");
    return new Series(mean.name(), mean.x(), mean.y());
  }

  /** One free run of the largest reservoir, with the first seed, over the truth. */
  private static Panel freeRun(ReservoirSweep sweep, Results results) {
    int largest = sweep.sizes().stream().max(Integer::compare).orElseThrow();
    List<String> labels = labels(sweep, VariedParameter.UNITS, largest);
    List<Series> lines = new ArrayList<>();
    for (String name : List.of(MackeyGlassTask.TRUTH, MackeyGlassTask.MADE)) {
      results.all().stream()
          .filter(result -> result.labels().equals(labels))
          .limit(1)
          .map(Result::outcome)
          .flatMap(outcome -> outcome.curves().stream())
          .filter(curve -> curve.name().equals(name))
          .map(Reservoirs::line)
          .forEach(lines::add);
    }
    return new Panel(
        String.format(Locale.ROOT, "a free run, %d units", largest),
        "steps by itself",
        "x",
        Panel.Scale.LINEAR,
        lines);
  }

  private static Series line(Curve curve) {
    return new Series(curve.name(), curve.x(), curve.y());
  }
}
