package ductus.lab.inside;

import ductus.analysis.unit.GateUse;
import ductus.analysis.unit.InkReader;
import ductus.analysis.unit.ReadPiece;
import ductus.analysis.unit.TuneReader;
import ductus.analysis.unit.UnitResponse;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What goes on inside trained networks (after Karpathy, Johnson and Li 2015): for each thing that
 * one sees in a piece the unit that goes with it most closely, chosen on some pieces and measured
 * on others; how often gates are nearly open or shut; which notes weigh on later bars; and where
 * the window stands on a text.
 */
public final class Inside implements Examination<Inside.InsideSettings> {
  static final String OPEN = "open";
  static final String SHUT = "shut";
  static final String NOTES = "notes on later bars";
  static final String WINDOW = "window on the text";
  static final String PIECE = "drawn piece";
  static final List<String> GATES = List.of("input gate", "forget gate", "output gate");

  /**
   * What is looked into.
   *
   * @param melodies model of melodies, by name or path
   * @param hands model that writes by hand, by name or path
   * @param hand that it reads lines of, one of those in {@code corpora/hands}
   * @param pieces that units are chosen on
   */
  public record InsideSettings(String melodies, String hands, String hand, int pieces) {
    public InsideSettings {
      if (pieces < 1) {
        throw new IllegalArgumentException("pieces must be 1 or more but were " + pieces);
      }
    }
  }

  @Override
  public String name() {
    return "inside";
  }

  @Override
  public String question() {
    return "what do the units and gates of a trained network respond to?";
  }

  @Override
  public Class<InsideSettings> settings() {
    return InsideSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("model", "look");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric(
            "correlation",
            "magnitude, of the unit that goes with it most closely, on pieces that it was not"
                + " chosen on",
            2),
        new TrialMetric(OPEN, "share of steps at which a gate is above 0.9, mean of its units", 2),
        new TrialMetric(SHUT, "share of steps at which a gate is below 0.1, mean of its units", 2),
        new TrialMetric("nats", "that leaving out a note costs the bars behind it, mean", 2),
        new TrialMetric(
            "followed", "share of points at which the window shows the right letter", 2));
  }

  /** One row's figures; what was not looked for is NaN. */
  private record Figures(
      double correlation, double open, double shut, double nats, double followed) {
    private static final double NONE = Double.NaN;

    static Figures of(UnitResponse response) {
      return new Figures(Math.abs(response.correlation()), NONE, NONE, NONE, NONE);
    }

    static Figures ofGate(double open, double shut) {
      return new Figures(NONE, open, shut, NONE, NONE);
    }

    static Figures ofNotes(double nats) {
      return new Figures(NONE, NONE, NONE, nats, NONE);
    }

    static Figures ofWindow(double followed) {
      return new Figures(NONE, NONE, NONE, NONE, followed);
    }

    static Figures none() {
      return ofWindow(NONE);
    }

    Outcome with(List<Curve> curves) {
      return new Outcome(List.of(correlation, open, shut, nats, followed), curves);
    }
  }

  @Override
  public List<Trial> trials(InsideSettings settings) {
    LazyValue<ObservedMelodyModel> tunes =
        new LazyValue<>(() -> ObservedMelodyModel.open(settings.melodies()));
    LazyValue<ObservedPenModel> lines =
        new LazyValue<>(() -> ObservedPenModel.open(settings.hands(), settings.hand()));
    List<Trial> trials = new ArrayList<>();
    String melodies = settings.melodies();
    TuneReader.FEATURES.forEach(
        feature -> trials.add(unit(melodies, feature, tunes, settings.pieces())));
    GATES.forEach(gate -> trials.add(gate(melodies, gate, tunes)));
    trials.add(
        new Trial(
            List.of(melodies, NOTES), 1, bench -> notes(tunes.get().influence(bench.workers()))));
    trials.add(
        new Trial(
            List.of(melodies, PIECE),
            1,
            bench -> {
              ObservedMelodyModel opened = tunes.get();
              ReadPiece drawn = opened.heldOut(bench.workers()).get(0);
              return Figures.none().with(opened.route(drawn).curves());
            }));
    String hands = settings.hands();
    InkReader.FEATURES.forEach(
        feature -> trials.add(unit(hands, feature, lines, settings.pieces())));
    GATES.forEach(gate -> trials.add(gate(hands, gate, lines)));
    trials.add(
        new Trial(
            List.of(hands, WINDOW), 1, bench -> window(lines.get().windows(bench.workers()))));
    trials.add(
        new Trial(
            List.of(hands, PIECE), 1, bench -> Figures.none().with(lines.get().route().curves())));
    return trials;
  }

  private static Trial unit(
      String model, String feature, LazyValue<? extends ObservedModel> subject, int pieces) {
    return new Trial(
        List.of(model, feature), 1, bench -> unit(feature, subject.get(), pieces, bench));
  }

  private static Outcome unit(
      String feature, ObservedModel subject, int pieces, TrialContext bench) {
    List<ReadPiece> practice =
        subject.practice(pieces, Randomness.of(bench.seed()), bench.workers());
    Optional<UnitResponse> strongest = UnitResponse.strongest(practice, feature);
    if (strongest.isEmpty()) {
      return Figures.none().with(List.of());
    }
    List<ReadPiece> heldOut = subject.heldOut(bench.workers());
    UnitResponse response = strongest.get().in(heldOut);
    double[] course = heldOut.get(0).layers().get(response.layer()).course(response.unit());
    return Figures.of(response)
        .with(List.of(Curve.ofValues(name(response), Arrays.stream(course).boxed().toList())));
  }

  private static String name(UnitResponse response) {
    return String.format(
        Locale.ROOT,
        "unit %d of layer %d, %s",
        response.unit() + 1,
        response.layer() + 1,
        response.correlation() < 0 ? "opposite" : "alike");
  }

  private static Trial gate(String model, String gate, LazyValue<? extends ObservedModel> subject) {
    return new Trial(List.of(model, gate), 1, bench -> gate(gate, subject.get(), bench));
  }

  private static Outcome gate(String gate, ObservedModel subject, TrialContext bench) {
    List<GateUse> uses =
        GateUse.of(subject.heldOut(bench.workers())).stream()
            .filter(use -> use.gate().equals(gate))
            .toList();
    return Figures.ofGate(mean(uses, GateUse::open), mean(uses, GateUse::shut))
        .with(List.of(ranked(OPEN, uses, GateUse::open), ranked(SHUT, uses, GateUse::shut)));
  }

  private static double mean(List<GateUse> uses, ToDoubleFunction<GateUse> share) {
    return uses.stream().mapToDouble(share).average().orElse(Double.NaN);
  }

  /** The units' shares from the largest down, over the share of units. */
  private static Curve ranked(String name, List<GateUse> uses, ToDoubleFunction<GateUse> share) {
    List<Double> shares =
        uses.stream().map(share::applyAsDouble).sorted(Comparator.reverseOrder()).toList();
    List<Double> ranks =
        IntStream.range(0, shares.size()).mapToObj(i -> (i + 0.5) / shares.size()).toList();
    return new Curve(name, ranks, shares);
  }

  private static Outcome notes(List<Curve> influence) {
    double mean =
        influence.stream()
            .mapToDouble(
                note -> note.y().stream().filter(Double::isFinite).mapToDouble(y -> y).sum())
            .average()
            .orElse(Double.NaN);
    return Figures.ofNotes(mean).with(influence);
  }

  private static Outcome window(List<WindowView> views) {
    int points = views.stream().mapToInt(WindowView::points).sum();
    int followed = views.stream().mapToInt(WindowView::followed).sum();
    return Figures.ofWindow((double) followed / points).with(views.get(0).curves());
  }

  @Override
  public byte[] picture(InsideSettings settings, Results results) {
    return new InsidePicture(settings, results).svg();
  }
}
