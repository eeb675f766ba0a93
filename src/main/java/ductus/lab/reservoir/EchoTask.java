package ductus.lab.reservoir;

import ductus.lab.result.Outcome;
import ductus.nn.reservoir.Reservoir;
import ductus.picture.chart.Panel;
import java.util.List;

/** A series that an echo state network learns. */
interface EchoTask {
  /** The word that asks for it. */
  String name();

  /** The name of this task's error, for the axis of a chart. */
  String error();

  /** The scale of the axis of errors. */
  Panel.Scale scale();

  /**
   * Teaches a network the series, and measures it on a series that it was not taught.
   *
   * @param seed decides both series
   * @param follows whether the outcome is to have curves
   * @return error and error of the next value, as {@link Reservoirs#measures} says
   */
  Outcome examine(Reservoir reservoir, ReadoutFit lesson, long seed, boolean follows);

  /** The tasks, in their order. */
  static List<EchoTask> all() {
    return List.of(new NarmaTask(), new MackeyGlassTask());
  }

  /**
   * The task of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static EchoTask named(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "series must be one of %s but was %s"
                        .formatted(
                            String.join(", ", all().stream().map(EchoTask::name).toList()), name)));
  }
}
