package ductus.lab.reservoir;

import ductus.lab.result.Outcome;
import ductus.math.PlaceRandom;
import ductus.nn.reservoir.Reservoir;
import ductus.picture.chart.Panel;
import ductus.series.known.Narma;
import java.util.List;

/**
 * The task of answering an input as NARMA-10 does, whose output is not fed in (Atiya and Parlos
 * 2000; Jaeger 2003).
 */
final class NarmaTask implements EchoTask {
  /** Steps behind the washout that it is measured on. */
  private static final int MEASURED = 2000;

  @Override
  public String name() {
    return "narma-10";
  }

  @Override
  public String error() {
    return "NRMSE";
  }

  @Override
  public Panel.Scale scale() {
    return Panel.Scale.LINEAR;
  }

  @Override
  public Outcome examine(Reservoir reservoir, ReadoutFit lesson, long seed, boolean follows) {
    Narma series = Narma.of(lesson.steps(), PlaceRandom.key(seed, 1));
    EchoNetwork network = EchoNetwork.taught(reservoir, series.input(), series.output(), lesson);
    Narma other = Narma.of(lesson.washout() + MEASURED, PlaceRandom.key(seed, 2));
    double[] input = other.input();
    double[] output = other.output();
    NormalizedSquaredError errors = new NormalizedSquaredError(output);
    EchoNetwork.Run run = network.begin();
    for (int t = 0; t < input.length; t++) {
      double made = run.step(input[t]);
      if (t >= lesson.washout()) {
        errors.add(made, output[t]);
      }
    }
    return new Outcome(List.of(errors.normalized(), Double.NaN, Double.NaN), List.of());
  }
}
