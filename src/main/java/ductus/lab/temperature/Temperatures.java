package ductus.lab.temperature;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Spread;
import ductus.model.Sequence;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What does temperature do to the tunes of a model: to the distribution of the next token, to
 * entropy, repetition and quality? People's tunes stand beside them.
 */
public final class Temperatures implements Examination<TemperatureSettings> {
  private static final String PEOPLE = "people";
  private static final String WIDEST = "next token";
  private static final int SHOWN_TOKENS = 12;

  private static final List<TrialMetric> MEASURES =
      List.of(
          new TrialMetric("entropy", "of the next token at this temperature, nats", 3),
          new TrialMetric("nats", "a token, by the model at temperature 1", 3),
          new TrialMetric(
              "repeated", "share of the runs of 8 notes that stand before in the same tune", 3),
          new TrialMetric(
              "copied", "share of the runs of 8 notes that stand in the tunes learned", 3),
          new TrialMetric(
              "scale", "share of the notes in the best diatonic scale of their tune", 3),
          new TrialMetric(
              "overlap",
              "of pitch classes, intervals and lengths with those of the held-out tunes, 0 to 1; of"
                  + " people that of the tunes learned",
              3),
          new TrialMetric("notes", "of a tune, mean", 1));

  @Override
  public String name() {
    return "temperature";
  }

  @Override
  public String question() {
    return "what does temperature do to the next token, and to tunes?";
  }

  @Override
  public Class<TemperatureSettings> settings() {
    return TemperatureSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("temperature");
  }

  @Override
  public List<TrialMetric> measures() {
    return MEASURES;
  }

  @Override
  public List<Trial> trials(TemperatureSettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (double temperature : settings.temperatures()) {
      trials.add(
          new Trial(
              List.of(Double.toString(temperature)),
              1,
              bench -> draw(temperature, settings, bench)));
    }
    trials.add(new Trial(List.of(PEOPLE), 1, bench -> people(settings, bench)));
    return trials;
  }

  private static Outcome draw(double temperature, TemperatureSettings settings, TrialContext bench)
      throws BadFileException, IOException {
    TemperatureCorpus book = TemperatureCorpus.open(settings);
    EncodedTunes drawn = book.draw(temperature, settings.tunes(), bench);
    LogitReading reading = reading(book, bench);
    return outcome(
        book,
        drawn,
        drawn.overlap(book.heldOut()),
        temperature,
        reading,
        List.of(widest(reading, book.heldOut().sequences().get(0), temperature)));
  }

  private static Outcome people(TemperatureSettings settings, TrialContext bench)
      throws BadFileException, IOException {
    TemperatureCorpus book = TemperatureCorpus.open(settings);
    return outcome(
        book,
        book.heldOut(),
        book.learned().overlap(book.heldOut()),
        1,
        reading(book, bench),
        List.of());
  }

  private static LogitReading reading(TemperatureCorpus book, TrialContext bench) {
    return new LogitReading(
        book.model().file().network(), book.model().encoding(), bench.kernels(), bench.workers());
  }

  private static Outcome outcome(
      TemperatureCorpus book,
      EncodedTunes tunes,
      double overlap,
      double temperature,
      LogitReading reading,
      List<Curve> curves) {
    double[] entropy = new double[1];
    double[] nats = new double[1];
    int[] tokens = new int[1];
    reading.read(
        tunes.sequences(),
        (token, logits) -> {
          entropy[0] += NextToken.entropy(NextToken.probabilities(logits, temperature));
          nats[0] -= StrictMath.log(NextToken.probabilities(logits, 1)[token]);
          tokens[0]++;
        });
    return new Outcome(
        List.of(
            entropy[0] / tokens[0],
            nats[0] / tokens[0],
            tunes.repeated(),
            tunes.copied(book.runs()),
            tunes.inScale(),
            overlap,
            tunes.melodies().stream().mapToInt(tune -> tune.notes().size()).average().orElse(0)),
        curves);
  }

  /** Where a tune's next token is the least certain: its probabilities, the likeliest first. */
  private static Curve widest(LogitReading reading, Sequence tune, double temperature) {
    double[] most = {-1};
    List<Double> sorted = new ArrayList<>();
    reading.read(
        List.of(tune),
        (token, logits) -> {
          double entropy = NextToken.entropy(NextToken.probabilities(logits, 1));
          if (entropy > most[0]) {
            most[0] = entropy;
            sorted.clear();
            Arrays.stream(NextToken.probabilities(logits, temperature))
                .map(each -> -each)
                .sorted()
                .limit(SHOWN_TOKENS)
                .forEach(each -> sorted.add(-each));
          }
        });
    return new Curve(
        WIDEST, IntStream.rangeClosed(1, sorted.size()).mapToObj(i -> (double) i).toList(), sorted);
  }

  @Override
  public byte[] picture(TemperatureSettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        Panel.ofBars(
                "One step, at temperatures",
                "tokens, the likeliest first",
                "probability",
                settings.shown().stream()
                    .map(each -> Double.toString(each))
                    .map(each -> results.mean(List.of(each), WIDEST, each))
                    .toList())
            .within(Panel.Range.SHARE));
    panels.add(
        panel("The next token", "nats", List.of(0, 1), settings, results)
            .within(Panel.Range.FROM_ZERO));
    panels.add(
        panel("Repetition", "share of runs", List.of(2, 3), settings, results)
            .within(Panel.Range.SHARE));
    panels.add(
        panel("Quality", "share", List.of(4, 5), settings, results).within(Panel.Range.SHARE));
    return PanelChart.svg(
        String.format(
            Locale.ROOT,
            "%s at several temperatures; level lines are people's tunes",
            settings.model()),
        2,
        panels);
  }

  private static Panel panel(
      String title,
      String y,
      List<Integer> measures,
      TemperatureSettings settings,
      Results results) {
    List<Series> lines = new ArrayList<>();
    for (int measure : measures) {
      String name = MEASURES.get(measure).name();
      lines.add(line(name, measure, settings, results));
      lines.add(level(name + ", people", measure, settings, results));
    }
    return new Panel(title, "temperature", y, Panel.Scale.LINEAR, lines);
  }

  private static Series line(
      String name, int measure, TemperatureSettings settings, Results results) {
    List<Optional<Spread>> spreads =
        settings.temperatures().stream()
            .map(each -> results.figure(List.of(Double.toString(each)), measure))
            .toList();
    return new Series(
        name,
        settings.temperatures(),
        spreads.stream().map(each -> each.map(Spread::mean).orElse(Double.NaN)).toList(),
        spreads.stream().map(each -> each.map(Spread::deviation).orElse(Double.NaN)).toList());
  }

  private static Series level(
      String name, int measure, TemperatureSettings settings, Results results) {
    double value = results.figure(List.of(PEOPLE), measure).map(Spread::mean).orElse(Double.NaN);
    List<Double> all = settings.temperatures();
    return new Series(name, List.of(all.get(0), all.get(all.size() - 1)), List.of(value, value));
  }
}
