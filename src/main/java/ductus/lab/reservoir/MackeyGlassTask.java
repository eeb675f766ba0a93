package ductus.lab.reservoir;

import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.math.PlaceRandom;
import ductus.nn.reservoir.Reservoir;
import ductus.picture.chart.Panel;
import ductus.series.known.MackeyGlass;
import java.util.ArrayList;
import java.util.List;

/**
 * The task of going on with the series of Mackey and Glass by itself, each output the next input
 * (Jaeger and Haas 2004). The network sees x as tanh(x − 1), as published, so that a wrong output
 * stays within bounds; errors are those of x.
 */
final class MackeyGlassTask implements EchoTask {
  /** Curve of the error over the steps of the free run. */
  static final String ERROR = "error";

  /** Curves of one free run and of the series that it goes on with. */
  static final String MADE = "free run";

  static final String TRUTH = "truth";

  /** The step whose error tables of this series tell. */
  static final int HORIZON = 84;

  private static final int STARTS = 100;

  /** Steps that are given before each free run. */
  private static final int GIVEN = 400;

  /** Steps that the error is followed over. */
  private static final int FOLLOWED = 300;

  /** Steps of the run that is drawn. */
  private static final int DRAWN = 1000;

  /** The largest value of tanh that is taken; what lies beyond is no value of the series. */
  private static final double MOST = 0.99;

  @Override
  public String name() {
    return "mackey-glass";
  }

  @Override
  public String error() {
    return "NRMSE at step " + HORIZON;
  }

  @Override
  public Panel.Scale scale() {
    return Panel.Scale.LOGARITHMIC;
  }

  @Override
  public Outcome examine(Reservoir reservoir, ReadoutFit lesson, long seed, boolean follows) {
    double[] series = series(lesson.steps() + 1, PlaceRandom.key(seed, 1));
    double[] targets = new double[lesson.steps()];
    System.arraycopy(series, 1, targets, 0, targets.length);
    EchoNetwork network = EchoNetwork.taught(reservoir, series, targets, lesson);
    int steps = follows ? FOLLOWED : HORIZON;
    double[] other = series(STARTS * GIVEN + DRAWN, PlaceRandom.key(seed, 2));
    List<NormalizedSquaredError> errors = new ArrayList<>();
    double[] wanted = opened(other);
    for (int i = 0; i < steps; i++) {
      errors.add(new NormalizedSquaredError(wanted));
    }
    for (int start = 0; start < STARTS; start++) {
      double[] made = freeRun(network, other, start * GIVEN, steps);
      for (int i = 0; i < steps; i++) {
        errors.get(i).add(open(made[i]), wanted[(start + 1) * GIVEN + i]);
      }
    }
    List<Double> curve = errors.stream().map(NormalizedSquaredError::normalized).toList();
    List<Curve> curves = new ArrayList<>();
    if (follows) {
      curves.add(new Curve(ERROR, steps(steps), curve));
      double[] made = opened(freeRun(network, other, (STARTS - 1) * GIVEN, DRAWN));
      double[] truth = new double[DRAWN];
      System.arraycopy(wanted, STARTS * GIVEN, truth, 0, DRAWN);
      curves.add(new Curve(TRUTH, steps(DRAWN), list(truth)));
      curves.add(new Curve(MADE, steps(DRAWN), list(made)));
    }
    return new Outcome(
        List.of(curve.get(HORIZON - 1), curve.get(0), published(reservoir.outputSize())), curves);
  }

  /** The error of a published network of so many units; NaN where none is known. */
  private static double published(int units) {
    return switch (units) {
      case 400 -> 0.00028;
      case 1000 -> 0.000063;
      default -> Double.NaN;
    };
  }

  private static double[] series(int length, long seed) {
    double[] series = MackeyGlass.of(length, MackeyGlass.DELAY, seed);
    for (int t = 0; t < length; t++) {
      series[t] = StrictMath.tanh(series[t] - 1);
    }
    return series;
  }

  /** What the network makes of a series by itself, behind the steps that it is given. */
  private static double[] freeRun(EchoNetwork network, double[] series, int from, int steps) {
    EchoNetwork.Run run = network.begin();
    double next = 0;
    for (int t = from; t < from + GIVEN; t++) {
      next = run.step(series[t]);
    }
    double[] made = new double[steps];
    for (int i = 0; i < steps; i++) {
      made[i] = Math.max(-MOST, Math.min(MOST, next));
      next = run.step(made[i]);
    }
    return made;
  }

  /** Undoes what the network sees. */
  private static double open(double value) {
    return 1 + 0.5 * StrictMath.log((1 + value) / (1 - value));
  }

  private static double[] opened(double[] values) {
    double[] opened = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      opened[i] = open(values[i]);
    }
    return opened;
  }

  private static List<Double> steps(int count) {
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      steps.add((double) i);
    }
    return steps;
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
