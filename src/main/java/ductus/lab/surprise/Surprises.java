package ductus.lab.surprise;

import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.math.Spread;
import ductus.picture.chart.BarChart;
import java.util.ArrayList;
import java.util.List;

/** Do networks notice what is odd? Faults, wrong bars and displaced strokes, put in by chance. */
public final class Surprises implements Examination<SurpriseSettings> {
  private static final String FAULTS = "faults in sines";
  private static final String STROKE = "stroke displaced";

  @Override
  public String name() {
    return "surprise";
  }

  @Override
  public String question() {
    return "do networks notice what is odd?";
  }

  @Override
  public Class<SurpriseSettings> settings() {
    return SurpriseSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("what is odd", "judged by");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("cases", "odd parts", 0),
        new TrialMetric("found", "share of them that surprise most; of faults, with an odd row", 3),
        new TrialMetric("chance", "the same of one who guesses", 3),
        new TrialMetric("precision", "share of the odd rows that are faulty", 3),
        new TrialMetric("recall", "share of the faulty rows that are odd", 3),
        new TrialMetric("false alarms", "share of the sound rows that are odd", 4));
  }

  private static String label(OddBar kind) {
    return switch (kind) {
      case TRANSPOSED -> "bar transposed";
      case REPLACED -> "bar of another tune";
    };
  }

  @Override
  public List<Trial> trials(SurpriseSettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (Judge judge : Judge.values()) {
      trials.add(trial(FAULTS, judge, 3, bench -> FaultTrial.run(settings, judge, bench)));
      for (OddBar kind : OddBar.values()) {
        trials.add(
            trial(label(kind), judge, 1, bench -> BarTrial.run(kind, settings, judge, bench)));
      }
      trials.add(trial(STROKE, judge, 2, bench -> StrokeTrial.run(settings, judge, bench)));
    }
    return trials;
  }

  private static Trial trial(String odd, Judge judge, int weight, Trial.Procedure procedure) {
    return new Trial(List.of(odd, judge.label()), weight, procedure);
  }

  @Override
  public byte[] picture(SurpriseSettings settings, Results results) {
    List<String> kinds = kinds(settings);
    return BarChart.svg(
        "How often what is odd surprises most",
        "what is odd",
        "share",
        kinds,
        List.of(
            bars("the network", kinds, Judge.NETWORK, results, 1),
            bars("a plain rule", kinds, Judge.RULE, results, 1),
            bars("chance", kinds, Judge.NETWORK, results, 2)));
  }

  private List<String> kinds(SurpriseSettings settings) {
    return trials(settings).stream().map(trial -> trial.labels().get(0)).distinct().toList();
  }

  private static BarChart.Bars bars(
      String name, List<String> kinds, Judge judge, Results results, int measure) {
    return new BarChart.Bars(
        name,
        kinds.stream()
            .map(
                kind ->
                    results
                        .figure(List.of(kind, judge.label()), measure)
                        .map(Spread::mean)
                        .orElse(0.0))
            .map(share -> Double.isNaN(share) ? 0 : share)
            .toList());
  }
}
