package ductus.lab;

import ductus.lab.architecture.Architectures;
import ductus.lab.direction.Directions;
import ductus.lab.frames.FramePrediction;
import ductus.lab.gradient.Gradients;
import ductus.lab.inside.Inside;
import ductus.lab.memory.Memory;
import ductus.lab.overfit.Overfit;
import ductus.lab.reservoir.Reservoirs;
import ductus.lab.shape.Shapes;
import ductus.lab.surprise.Surprises;
import ductus.lab.teaching.Teaching;
import ductus.lab.temperature.Temperatures;
import ductus.lab.trial.Examination;
import ductus.lab.turing.Turing;
import ductus.lab.variant.Variants;
import java.util.List;
import java.util.stream.Collectors;

/** The examinations that there are. */
public final class Examinations {
  private static final List<Examination<?>> ALL =
      List.of(
          new Memory(),
          new Gradients(),
          new Variants(),
          new Overfit(),
          new Temperatures(),
          new Surprises(),
          new Shapes(),
          new Inside(),
          new Turing(),
          new Reservoirs(),
          new FramePrediction(),
          new Teaching(),
          new Directions(),
          new Architectures());

  private Examinations() {}

  /** All of them, in the order of a course. */
  public static List<Examination<?>> all() {
    return ALL;
  }

  /**
   * The examination of a name.
   *
   * @throws IllegalArgumentException if there is none; the message names those that there are
   */
  public static Examination<?> named(String name) {
    return ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no examination '%s'; there are %s"
                        .formatted(
                            name,
                            ALL.stream()
                                .map(Examination::name)
                                .collect(Collectors.joining(", ")))));
  }
}
