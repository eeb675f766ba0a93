package ductus.lab.gradient;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.task.Adding;
import ductus.lab.task.LongLagTask;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Parameter;
import ductus.picture.chart.Panel;
import ductus.picture.chart.PanelChart;
import ductus.picture.chart.Series;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of the loss at the last step reaches each step before it: vanishing and exploding
 * gradients (Bengio, Simard and Frasconi 1994; Pascanu, Mikolov and Bengio 2013), and gates,
 * clipping and initialization as cures.
 */
public final class Gradients implements Examination<GradientSettings> {
  private static final String CURVE = "gradient";
  private static final String RELU = "elman-relu";
  private static final String LSTM = "lstm";

  /** The weights whose gradients are looked at by lag, as their names in the file end. */
  private static final List<String> WEIGHTS = List.of("weight_ih", "weight_hh", "bias");

  private static final LongLagTask TASK = new Adding();

  /** Sets the sequences whose gradients are looked at apart from all others. */
  private static final long LOOKED_AT = -2;

  @Override
  public String name() {
    return "gradients";
  }

  @Override
  public String question() {
    return "where do gradients vanish or explode on their way back through time, and what cures"
        + " it?";
  }

  @Override
  public Class<GradientSettings> settings() {
    return GradientSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("cell", "start");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric(
            "factor",
            "mean factor of the gradient's norm a step back: below 1 it vanishes, above it"
                + " explodes",
            3),
        new TrialMetric("lag", "at which less than a hundredth is left of the norm at lag 1", 0));
  }

  @Override
  public List<Trial> trials(GradientSettings settings) {
    List<Trial> trials = new ArrayList<>();
    for (String cell : settings.cells()) {
      CoreConfig core = new CoreConfig(cell, 1, settings.hiddenSize());
      for (InitializationVariant start : starts(core.cell(), settings)) {
        TaskTrainingPlan practice = settings.practice();
        double look = (double) settings.sequences() * settings.steps();
        double learn = (double) practice.updates() * practice.batchSize() * settings.steps();
        trials.add(
            new Trial(
                List.of(cell, start.name()),
                start.practices() ? learn : look,
                bench -> look(core, start, settings, bench)));
      }
    }
    return trials;
  }

  private static List<InitializationVariant> starts(String cell, GradientSettings settings) {
    List<InitializationVariant> starts = new ArrayList<>();
    starts.add(InitializationVariant.drawn());
    settings.radii().forEach(radius -> starts.add(InitializationVariant.radius(radius)));
    settings.radii().stream()
        .max(Double::compare)
        .ifPresent(
            radius -> starts.add(InitializationVariant.radius(radius).clipped(settings.clipped())));
    if (cell.equals(RELU)) {
      starts.add(InitializationVariant.identity());
    }
    if (cell.equals(LSTM)) {
      settings.forgetBiases().forEach(bias -> starts.add(InitializationVariant.forgetBias(bias)));
    }
    starts.add(InitializationVariant.trained());
    return starts;
  }

  private static Outcome look(
      CoreConfig core, InitializationVariant start, GradientSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    SignalNetwork network = new SignalNetwork(TASK.network(core));
    if (start.practices()) {
      TaskTrainingPlan practice = settings.practice();
      bench.train(
          network,
          practice.plan(bench.seed()),
          practice.lessons(network, TASK, settings.steps(), bench.seed()),
          metrics -> false);
    } else {
      network.initialize(Randomness.of(bench.seed()));
      start.change().accept(network);
    }
    RandomGenerator random = Randomness.of(PlaceRandom.key(bench.seed(), LOOKED_AT));
    List<SignalSequence> sequences =
        Stream.generate(() -> TASK.draw(settings.steps(), random))
            .limit(settings.sequences())
            .toList();
    List<Parameter> weights =
        WEIGHTS.stream().map(name -> InitializationVariant.parameter(network, name)).toList();
    return outcome(
        new StateGradients(network, bench.kernels(), bench.workers())
            .norms(weights, sequences, start.limit()));
  }

  private static Outcome outcome(StateGradients.LagNorms lags) {
    List<Double> norms = lags.states();
    int steps = norms.size();
    double first = norms.get(0);
    List<Double> shares = norms.stream().map(norm -> norm / first).toList();
    double last = shares.get(steps - 1);
    double fading =
        IntStream.range(0, steps)
            .filter(i -> shares.get(i) < 0.01)
            .mapToDouble(i -> i + 1)
            .findFirst()
            .orElse(Double.NaN);
    List<Curve> curves = new ArrayList<>();
    curves.add(Curve.ofValues(CURVE, shares));
    for (int i = 0; i < WEIGHTS.size(); i++) {
      List<Double> parts = lags.weights().get(i);
      curves.add(
          new Curve(
              WEIGHTS.get(i),
              IntStream.range(0, steps).mapToObj(lag -> (double) lag).toList(),
              parts.stream().map(part -> part / parts.get(0)).toList()));
    }
    return new Outcome(List.of(StrictMath.pow(last, 1.0 / (steps - 1)), fading), curves);
  }

  @Override
  public byte[] picture(GradientSettings settings, Results results) {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        panel(
            "Each cell as it is drawn", beside(InitializationVariant.drawn(), settings, results)));
    for (double radius : settings.radii()) {
      InitializationVariant start = InitializationVariant.radius(radius);
      panels.add(panel("Recurrent weights of " + start.name(), beside(start, settings, results)));
    }
    for (String cell : settings.cells()) {
      List<Series> lines =
          starts(cell, settings).stream()
              .map(start -> results.mean(List.of(cell, start.name()), CURVE, start.name()))
              .toList();
      panels.add(panel(cell + ": starts and cures", lines));
    }
    panels.add(
        panel("Each cell, trained", beside(InitializationVariant.trained(), settings, results)));
    for (String cell : settings.cells()) {
      List<String> labels = List.of(cell, InitializationVariant.trained().name());
      List<Series> lines =
          WEIGHTS.stream().map(name -> results.mean(labels, name, "by way of " + name)).toList();
      panels.add(
          new Panel(
                  cell + ", trained: the parts of ∂L/∂W",
                  "time lag, steps",
                  "norm, that of the last step = 1",
                  Panel.Scale.LOGARITHMIC,
                  lines)
              .within(Panel.Range.FROM_ZERO));
    }
    return PanelChart.svg("The gradient of the last step's loss over the time lag", 2, panels);
  }

  private static List<Series> beside(
      InitializationVariant start, GradientSettings settings, Results results) {
    return settings.cells().stream()
        .map(cell -> results.mean(List.of(cell, start.name()), CURVE, cell))
        .toList();
  }

  private static Panel panel(String title, List<Series> lines) {
    return new Panel(
            title, "time lag, steps", "norm, that at lag 1 = 1", Panel.Scale.LOGARITHMIC, lines)
        .within(Panel.Range.FROM_ZERO);
  }
}
