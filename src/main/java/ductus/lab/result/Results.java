package ductus.lab.result;

import ductus.lab.result.Outcome.Curve;
import ductus.math.Spread;
import ductus.picture.chart.Series;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The results of an examination.
 *
 * @param all in the order of the trials, then of the seeds
 */
public record Results(List<Result> all) {
  /**
   * The outcome of a trial with a seed.
   *
   * @param labels of the trial
   * @param seed all chance was drawn from
   */
  public record Result(List<String> labels, long seed, Outcome outcome) {
    public Result {
      labels = List.copyOf(labels);
    }

    /** Whether it is of this trial and seed. */
    public boolean isOf(List<String> trial, long trialSeed) {
      return seed == trialSeed && labels.equals(trial);
    }
  }

  /**
   * What a trial has come to over its seeds.
   *
   * @param labels of the trial
   * @param seeds that it ran with
   * @param figures one for each of the examination's measures
   */
  public record Summary(List<String> labels, int seeds, List<Spread> figures) {
    public Summary {
      labels = List.copyOf(labels);
      figures = List.copyOf(figures);
    }
  }

  public Results {
    all = List.copyOf(all);
  }

  /** Whether a trial has run with a seed. */
  public boolean has(List<String> labels, long seed) {
    return all.stream().anyMatch(result -> result.isOf(labels, seed));
  }

  /** What the trials have come to over their seeds. */
  public List<Summary> summaries() {
    Set<List<String>> trials = new LinkedHashSet<>();
    all.forEach(result -> trials.add(result.labels()));
    return trials.stream().map(this::summary).toList();
  }

  private Summary summary(List<String> labels) {
    List<Outcome> outcomes = of(labels);
    List<Spread> figures =
        IntStream.range(0, outcomes.get(0).figures().size())
            .mapToObj(i -> Spread.of(outcomes.stream().map(each -> each.figures().get(i)).toList()))
            .toList();
    return new Summary(labels, outcomes.size(), figures);
  }

  /** One of the measures of a trial over its seeds; empty where it has not run. */
  public Optional<Spread> figure(List<String> labels, int measure) {
    List<Outcome> outcomes = of(labels);
    return outcomes.isEmpty()
        ? Optional.empty()
        : Optional.of(Spread.of(outcomes.stream().map(o -> o.figures().get(measure)).toList()));
  }

  /**
   * One of the measures of a trial over its seeds as a bar of a panel; without height where it has
   * not run.
   *
   * @param name of the bar
   * @param place on the axis
   * @param scale that the measure is multiplied by
   */
  public Series bar(List<String> labels, int measure, String name, double place, double scale) {
    Spread spread = figure(labels, measure).orElse(new Spread(0, Double.NaN, 0));
    return new Series(
        name, List.of(place), List.of(scale * spread.mean()), List.of(scale * spread.deviation()));
  }

  private List<Outcome> of(List<String> labels) {
    return all.stream()
        .filter(result -> result.labels().equals(labels))
        .map(Result::outcome)
        .toList();
  }

  /**
   * The mean of a trial's curves over its seeds, with their spread; at each place of those that got
   * so far. Without points where there is none.
   *
   * @param curve name of the curves
   * @param name of the line
   */
  public Series mean(List<String> labels, String curve, String name) {
    List<Curve> curves =
        of(labels).stream()
            .flatMap(outcome -> outcome.curves().stream())
            .filter(each -> each.name().equals(curve))
            .toList();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> spread = new ArrayList<>();
    int longest = curves.stream().mapToInt(each -> each.x().size()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int place = i;
      List<Curve> there = curves.stream().filter(each -> each.x().size() > place).toList();
      Spread values = Spread.of(there.stream().map(each -> each.y().get(place)).toList());
      x.add(there.get(0).x().get(i));
      y.add(values.mean());
      spread.add(values.deviation());
    }
    return new Series(name, x, y, spread);
  }
}
