package ductus.lab.direction;

import ductus.lab.direction.DirectionSettings.ComparedCore;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Trial;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is it worth to have read on (Schuster and Paliwal 1997)? Networks of about as many weights
 * tag the words of sentences and tell the letters of ink, and are measured on what another hand
 * wrote.
 */
public final class Directions implements Examination<DirectionSettings> {
  private static final int RIGHT = 1;
  private static final int BASELINE = 2;

  @Override
  public String name() {
    return "directions";
  }

  @Override
  public String question() {
    return "what is it worth to have read on before a word is tagged, or a letter is told?";
  }

  @Override
  public Class<DirectionSettings> settings() {
    return DirectionSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("task", "cell");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("weights", "of the network, its words' vectors included", 0),
        new TrialMetric(
            "right", "share of the words, or steps of the pen, that another hand wrote", 3),
        new TrialMetric("baseline", "the same by each word's most frequent tag, or one letter", 3),
        new TrialMetric(
            "hard right",
            "share of those of them that are hard: words that were not learned, first steps of"
                + " letters",
            3),
        new TrialMetric("hard baseline", "the same by the tag of rare words, or one letter", 3));
  }

  @Override
  public List<Trial> trials(DirectionSettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (DirectionTask task : settings.tasks()) {
      for (ComparedCore network : task.networks()) {
        task.require(network);
        trials.add(
            new Trial(
                List.of(task.name(), network.cell()),
                task.cost(),
                bench -> task.learn(network, bench)));
      }
    }
    return trials;
  }

  @Override
  public byte[] picture(DirectionSettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    for (DirectionTask task : settings.tasks()) {
      panels.addAll(panels(task, results));
    }
    return PanelChart.svg("Who has read on, and who has not", 2, panels);
  }

  private static List<Panel> panels(DirectionTask task, Results results) {
    List<Series> learning = new ArrayList<>();
    List<Series> right = new ArrayList<>();
    for (ComparedCore network : task.networks()) {
      List<String> labels = List.of(task.name(), network.cell());
      learning.add(results.mean(labels, DirectionTask.LEARNING, network.cell()));
      right.add(results.bar(labels, RIGHT, network.cell(), right.size() + 1, 1));
    }
    return List.of(
        new Panel("Learning: " + task.name(), "epochs", task.loss(), Panel.Scale.LINEAR, learning)
            .within(Panel.Range.FROM_ZERO),
        Panel.ofBars("Another hand" + baseline(task, results), "", "share that is right", right)
            .within(Panel.Range.SHARE));
  }

  /** What who only counts gets, for the title; nothing before a network has learned. */
  private static String baseline(DirectionTask task, Results results) {
    return task.networks().stream()
        .flatMap(network -> results.figure(List.of(task.name(), network.cell()), BASELINE).stream())
        .findFirst()
        .map(spread -> String.format(Locale.ROOT, " (by counting: %.3f)", spread.mean()))
        .orElse("");
  }
}
