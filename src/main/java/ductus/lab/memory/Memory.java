package ductus.lab.memory;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.task.LongLagTask;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Spread;
import ductus.model.CoreConfig;
import ductus.model.Trainable;
import ductus.model.cell.CellConfig;
import ductus.model.signal.SignalNetwork;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener.EpochMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * At which time lag does each cell fail? The long-lag tasks of Hochreiter and Schmidhuber (1997),
 * every cell at the same hidden size.
 */
public final class Memory implements Examination<MemorySettings> {
  private static final int ERROR = 0;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String question() {
    return "at which time lag does each cell fail to remember?";
  }

  @Override
  public Class<MemorySettings> settings() {
    return MemorySettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("task", "lag", "cell");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric(
            "error",
            "lowest on held-out sequences: the mean squared error of adding (1/6 by guessing), the"
                + " share of wrong answers of order (3/4) and of wrong symbols of copy (7/8)",
            4),
        new TrialMetric(
            "solved",
            "share of the seeds that got below 0.0016 in adding, 0.01 in order and copy",
            2),
        new TrialMetric("updates", "until it was solved, of those seeds", 0),
        new TrialMetric("sequences", "until it was solved, of those seeds", 0),
        new TrialMetric(
            "published",
            "sequences until the LSTM of Hochreiter and Schmidhuber (1997, tables 7 and 8) had"
                + " solved its form of the task",
            0));
  }

  @Override
  public List<Trial> trials(MemorySettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (MemorySettings.Lags lags : settings.tasks()) {
      LongLagTask task = lags.found();
      for (int lag : lags.lags()) {
        if (lag < task.shortestLag()) {
          throw new IllegalArgumentException(
              "lag of %s must be %d or more but was %d"
                  .formatted(task.name(), task.shortestLag(), lag));
        }
        for (String cell : lags.cells()) {
          boolean chrono = cell.endsWith(MemorySettings.CHRONO);
          String words = cell.replace(MemorySettings.CHRONO, "");
          CoreConfig core = new CoreConfig(words, 1, lags.hiddenSize());
          if (chrono) {
            // Complains about cells that have no such gates.
            start(new SignalNetwork(task.network(core)), lag);
          }
          TaskTrainingPlan practice = lags.practice();
          trials.add(
              new Trial(
                  List.of(task.name(), Integer.toString(lag), cell),
                  (double) task.length(lag) * practice.updates() * practice.batchSize(),
                  bench -> learn(task, lag, core, chrono, practice, bench)));
        }
      }
    }
    return trials;
  }

  private static Trainable start(SignalNetwork network, int lag) {
    CoreConfig core = network.config().core();
    return new ChronoInitialization(
        network, core.cells().map(CellConfig::kind).orElse(core.cell()), lag);
  }

  private static Outcome learn(
      LongLagTask task,
      int lag,
      CoreConfig core,
      boolean chrono,
      TaskTrainingPlan practice,
      TrialContext bench)
      throws BadFileException, InterruptedException, IOException {
    SignalNetwork network = new SignalNetwork(task.network(core));
    TrainingHistory history;
    try {
      history =
          bench.train(
              chrono ? start(network, lag) : network,
              practice.plan(bench.seed()),
              practice.lessons(network, task, lag, bench.seed()),
              metrics -> metrics.validationNats() < task.solved());
    } catch (DivergenceException exploded) {
      return new Outcome(
          List.of(task.guessing(), 0.0, Double.NaN, Double.NaN, task.published(lag)), List.of());
    }
    Optional<EpochMetrics> solved =
        history.epochs().stream().filter(each -> each.validationNats() < task.solved()).findFirst();
    double updates = solved.map(each -> (double) each.updates()).orElse(Double.NaN);
    return new Outcome(
        List.of(
            history.best().validationNats(),
            solved.isPresent() ? 1.0 : 0.0,
            updates,
            updates * practice.batchSize(),
            task.published(lag)),
        List.of(history.heldOut("error")));
  }

  @Override
  public byte[] picture(MemorySettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    settings.tasks().forEach(lags -> names.add(lags.task()));
    for (String name : names) {
      List<MemorySettings.Lags> parts =
          settings.tasks().stream().filter(lags -> lags.task().equals(name)).toList();
      LongLagTask task = parts.get(0).found();
      List<Series> lines =
          parts.stream()
              .flatMap(lags -> lags.cells().stream())
              .distinct()
              .map(cell -> line(task, lags(parts, cell), cell, results))
              .toList();
      panels.add(
          new Panel(task.name(), "time lag, steps", "held-out error", scale(task), lines)
              .within(
                  scale(task) == Panel.Scale.LINEAR ? Panel.Range.SHARE : Panel.Range.FROM_ZERO));
    }
    return PanelChart.svg("Memory: the error of each cell over the time lag", 3, panels);
  }

  /** The lags that a cell is tried at, ascending. */
  private static List<Integer> lags(List<MemorySettings.Lags> parts, String cell) {
    return parts.stream()
        .filter(part -> part.cells().contains(cell))
        .flatMap(part -> part.lags().stream())
        .sorted()
        .toList();
  }

  private static Panel.Scale scale(LongLagTask task) {
    return task.guessing() < 0.5 ? Panel.Scale.LOGARITHMIC : Panel.Scale.LINEAR;
  }

  private static Series line(LongLagTask task, List<Integer> lags, String cell, Results results) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> spread = new ArrayList<>();
    for (int lag : lags) {
      List<String> labels = List.of(task.name(), Integer.toString(lag), cell);
      Optional<Spread> error = results.figure(labels, ERROR);
      x.add((double) lag);
      y.add(error.map(Spread::mean).orElse(Double.NaN));
      spread.add(error.map(Spread::deviation).orElse(Double.NaN));
    }
    return new Series(cell, x, y, spread);
  }
}
