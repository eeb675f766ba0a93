package ductus.lab.turing;

import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.picture.chart.HeatMap;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.picture.chart.StackedFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Wrong bits over the length, how networks learned, and where the heads of a machine go. */
final class TuringPicture {
  /** A slot on which no head ever has so much of its weight is not drawn. */
  private static final double SEEN = 0.02;

  private final TuringSettings settings;
  private final Results results;

  TuringPicture(TuringSettings settings, Results results) {
    this.settings = settings;
    this.results = results;
  }

  /** An SVG document. */
  byte[] svg() {
    List<StackedFigure.Part> parts = new ArrayList<>();
    parts.add(
        new PanelChart(
            2,
            List.of(
                panel("Longer than learned", "vectors", "wrong bits", Turing.WRONG, false)
                    .within(new Panel.Range(0, mostBits())),
                panel("Learning", "updates", "nats a vector", Turing.LEARNING, true))));
    for (ExaminedNetwork candidate : settings.candidates()) {
      results.all().stream()
          .filter(each -> each.labels().equals(List.of(candidate.name())))
          .limit(1)
          .forEach(result -> addHeads(result, parts));
    }
    return StackedFigure.svg(
        String.format(Locale.ROOT, "Copying: learned up to %d vectors", settings.longest()), parts);
  }

  /** The bits of the longest sequence that is tested. */
  private int mostBits() {
    return settings.bits() * settings.longest() * Turing.MULTIPLES;
  }

  private Panel panel(String title, String x, String y, String curve, boolean logarithmic) {
    List<Series> lines =
        settings.candidates().stream()
            .map(each -> results.mean(List.of(each.name()), curve, each.name()))
            .toList();
    return new Panel(title, x, y, logarithmic ? Panel.Scale.LOGARITHMIC : Panel.Scale.LINEAR, lines)
        .within(Panel.Range.FROM_ZERO);
  }

  private static void addHeads(Result result, List<StackedFigure.Part> parts) {
    List<Curve> writing = curves(result, CopyTest.WRITE);
    List<Curve> reading = curves(result, CopyTest.READ);
    if (writing.isEmpty() || reading.isEmpty()) {
      return;
    }
    List<Curve> both = new ArrayList<>(writing);
    both.addAll(reading);
    List<Integer> slots =
        IntStream.range(0, writing.get(0).y().size())
            .filter(slot -> both.stream().anyMatch(curve -> curve.y().get(slot) > SEEN))
            .boxed()
            .toList();
    if (slots.isEmpty()) {
      return;
    }
    String which = String.format(Locale.ROOT, "%s, seed %d", result.labels().get(0), result.seed());
    parts.add(StackedFigure.heading("Where the write head (left) and the read head are: " + which));
    parts.add(new HeadMaps(map(writing, slots), map(reading, slots)));
  }

  private static List<Curve> curves(Result result, String name) {
    return result.outcome().curves().stream()
        .filter(curve -> curve.name().startsWith(name))
        .toList();
  }

  /** Slots from the top, time steps to the right. */
  private static HeatMap map(List<Curve> head, List<Integer> slots) {
    List<String> names = slots.stream().map(slot -> Integer.toString(slot + 1)).toList();
    List<List<Double>> values =
        slots.stream()
            .map(slot -> head.stream().map(curve -> curve.y().get(slot)).toList())
            .toList();
    return new HeatMap(names, List.of(), values, 1);
  }
}
