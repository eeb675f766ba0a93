package ductus.lab.variant;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Heap;
import ductus.lab.trial.TrainingHistory;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.lab.variant.VariantTask.ComparedNetwork;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener.EpochMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What does each cell make of the same number of weights? Every one in a single layer, its hidden
 * size solved for, on the same melodies and the same ink with the same plan.
 */
public final class Variants implements Examination<VariantSettings> {
  private static final String HELD_OUT = "held out";
  private static final int TOKENS = 4;
  private static final int MEMORY = 5;

  @Override
  public String name() {
    return "variants";
  }

  @Override
  public String question() {
    return "what does each cell make of the same number of weights?";
  }

  @Override
  public Class<VariantSettings> settings() {
    return VariantSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("corpus", "cell");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("hidden", "hidden size", 0),
        new TrialMetric("weights", "of the network, those that are not learned included", 0),
        new TrialMetric(
            "loss", "lowest on what is held out, nats a token of melodies, a point of ink", 3),
        new TrialMetric("seconds", "an epoch, with the measuring at its end", 2),
        new TrialMetric("tokens", "a second; of ink, points", 0),
        new TrialMetric("memory", "that training takes on Java's heap, megabytes", 1));
  }

  @Override
  public boolean isTimed() {
    return true;
  }

  @Override
  public List<Trial> trials(VariantSettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (VariantTask subject : settings.subjects()) {
      subject.check(settings.weights());
      subject.plan(0);
      for (String cell : subject.cells()) {
        trials.add(
            new Trial(
                List.of(subject.name(), cell),
                1,
                bench -> learn(subject, cell, settings.weights(), bench)));
      }
    }
    return trials;
  }

  private static Outcome learn(VariantTask subject, String cell, long weights, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    Heap heap = new Heap();
    ComparedNetwork entry = subject.entry(cell, weights, bench.seed());
    int epochs = entry.plan().epochs();
    TrainingHistory history =
        bench.train(
            entry.network(),
            entry.plan(),
            entry.lessons(),
            metrics -> {
              if (metrics.epoch() == epochs) {
                heap.look();
              }
              return false;
            });
    EpochMetrics last = history.last();
    EpochMetrics best = history.best();
    return new Outcome(
        List.of(
            (double) entry.hiddenSize(),
            (double) entry.network().size(),
            best.validationNats(),
            last.seconds() / epochs,
            last.tokensPerSecond(),
            heap.megabytes()),
        List.of(history.heldOut(HELD_OUT)));
  }

  @Override
  public byte[] picture(VariantSettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    settings.subjects().forEach(subject -> panels.add(losses(subject, results)));
    for (VariantTask subject : settings.subjects()) {
      panels.add(
          bars(subject, "thousand " + subject.target() + "s a second", TOKENS, 1e-3, results));
    }
    settings
        .subjects()
        .forEach(subject -> panels.add(bars(subject, "megabytes", MEMORY, 1, results)));
    return PanelChart.svg(
        String.format(
            Locale.ROOT,
            "Cells of about %,d weights: held-out loss, speed and memory",
            settings.weights()),
        2,
        panels);
  }

  private static Panel losses(VariantTask subject, Results results) {
    List<Series> lines =
        subject.cells().stream()
            .map(cell -> results.mean(List.of(subject.name(), cell), HELD_OUT, cell))
            .toList();
    return new Panel(
            subject.name(), "updates", "nats a " + subject.target(), Panel.Scale.LINEAR, lines)
        .within(subject.losses());
  }

  private static Panel bars(
      VariantTask subject, String unit, int measure, double scale, Results results) {
    List<Series> bars = new ArrayList<>();
    for (String cell : subject.cells()) {
      bars.add(results.bar(List.of(subject.name(), cell), measure, cell, bars.size() + 1, scale));
    }
    return Panel.ofBars(subject.name(), "", unit, bars).within(Panel.Range.FROM_ZERO);
  }
}
