package ductus.lab.inside;

import ductus.analysis.unit.InkReader;
import ductus.analysis.unit.TuneReader;
import ductus.lab.inside.Inside.InsideSettings;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.picture.chart.ColoredPath;
import ductus.picture.chart.HeatMap;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.picture.chart.StackedFigure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws what was found inside: trails colored by units, gates, weights of notes and letters. */
final class InsidePicture {
  private static final int TRAILS = 4;

  private final InsideSettings settings;
  private final Results results;

  InsidePicture(InsideSettings settings, Results results) {
    this.settings = settings;
    this.results = results;
  }

  byte[] svg() {
    List<StackedFigure.Part> parts = new ArrayList<>();
    String melodies = settings.melodies();
    parts.add(
        StackedFigure.heading(
            String.format(
                Locale.ROOT,
                "Units of %s along a tune that it never saw: blue above their mean, orange below",
                melodies)));
    parts.addAll(trails(melodies, TuneReader.FEATURES));
    parts.addAll(gates(melodies));
    result(melodies, Inside.NOTES)
        .map(
            found ->
                heatMap(
                    found,
                    String.format(
                        Locale.ROOT,
                        "%s: what leaving out a note costs later bars, in nats",
                        melodies),
                    "bars",
                    true))
        .ifPresent(parts::add);
    String hands = settings.hands();
    parts.add(
        StackedFigure.heading(
            String.format(Locale.ROOT, "Units of %s along a line that it never saw", hands)));
    parts.addAll(trails(hands, InkReader.FEATURES));
    parts.addAll(gates(hands));
    result(hands, Inside.WINDOW)
        .map(
            found ->
                heatMap(
                    found,
                    String.format(Locale.ROOT, "%s: where the window stands on the text", hands),
                    "points of the pen, every fourth",
                    false))
        .ifPresent(parts::add);
    return StackedFigure.svg("Inside trained networks", parts);
  }

  /** The result of the first seed. */
  private Optional<Result> result(String model, String look) {
    return results.all().stream()
        .filter(each -> each.labels().equals(List.of(model, look)))
        .findFirst();
  }

  private Series curve(String model, String look, String curve) {
    return results.mean(List.of(model, look), curve, curve);
  }

  /** The features that some unit goes with most closely, each with that unit's trail. */
  private List<StackedFigure.Part> trails(String model, List<String> features) {
    return features.stream()
        .flatMap(feature -> result(model, feature).stream())
        .filter(found -> Double.isFinite(correlation(found)))
        .sorted(Comparator.comparingDouble(found -> -correlation(found)))
        .limit(TRAILS)
        .flatMap(found -> trail(model, found))
        .toList();
  }

  private static double correlation(Result found) {
    return found.outcome().figures().get(0);
  }

  private Stream<StackedFigure.Part> trail(String model, Result found) {
    Curve states = found.outcome().curves().get(0);
    String title =
        String.format(
            Locale.ROOT,
            "%s: %s, correlation %.2f",
            found.labels().get(1),
            states.name(),
            correlation(found));
    double mean = states.y().stream().mapToDouble(y -> y).average().orElse(0);
    List<ColoredPath.Step> steps =
        PiecePath.steps(
            name -> curve(model, Inside.PIECE, name),
            states.y().stream().map(state -> state - mean).toList());
    double largest = steps.stream().mapToDouble(step -> Math.abs(step.value())).max().orElse(0);
    return largest > 0 ? Stream.of(new ColoredPath(title, steps, largest)) : Stream.empty();
  }

  private List<StackedFigure.Part> gates(String model) {
    List<Panel> panels =
        Inside.GATES.stream()
            .map(
                gate ->
                    new Panel(
                            gate,
                            "share of units",
                            "share of steps",
                            Panel.Scale.LINEAR,
                            List.of(
                                curve(model, gate, Inside.OPEN), curve(model, gate, Inside.SHUT)))
                        .within(Panel.Range.SHARE))
            .toList();
    return List.of(
        StackedFigure.heading(
            String.format(Locale.ROOT, "Gates of %s: nearly open, nearly shut", model)),
        new PanelChart(panels.size(), panels));
  }

  private static StackedFigure.Part heatMap(
      Result found, String title, String columns, boolean named) {
    List<Curve> curves = found.outcome().curves();
    double largest =
        curves.stream()
            .flatMap(curve -> curve.y().stream())
            .filter(Double::isFinite)
            .mapToDouble(Math::abs)
            .max()
            .orElse(1);
    HeatMap map =
        new HeatMap(
            curves.stream().map(Curve::name).toList(),
            named
                ? curves.get(0).x().stream()
                    .map(x -> String.format(Locale.ROOT, "%.0f", x))
                    .toList()
                : List.of(),
            curves.stream().map(Curve::y).toList(),
            largest);
    return map.part(title, columns);
  }
}
