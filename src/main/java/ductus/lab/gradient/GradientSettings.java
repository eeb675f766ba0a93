package ductus.lab.gradient;

import ductus.lab.task.TaskTrainingPlan;
import java.util.List;

/**
 * What the examination of gradients is asked to do.
 *
 * @param cells side by side, as in {@link ductus.model.CoreConfig}
 * @param hiddenSize of all of them
 * @param steps that the gradient goes back
 * @param sequences that it is averaged over
 * @param radii spectral radii that recurrent weights are scaled to
 * @param clipped largest derivative at a pre-activation where they are clipped
 * @param forgetBiases that an LSTM's forget gates start with
 * @param practice of the adding problem over as many steps, for the gradients of trained networks
 */
public record GradientSettings(
    List<String> cells,
    int hiddenSize,
    int steps,
    int sequences,
    List<Double> radii,
    double clipped,
    List<Double> forgetBiases,
    TaskTrainingPlan practice) {
  public GradientSettings {
    cells = List.copyOf(cells);
    radii = List.copyOf(radii);
    forgetBiases = List.copyOf(forgetBiases);
    if (steps < 2 || sequences < 1) {
      throw new IllegalArgumentException(
          "steps must be 2 or more and sequences 1 or more but were %d and %d"
              .formatted(steps, sequences));
    }
    if (!(clipped > 0)) {
      throw new IllegalArgumentException("clipped must be above 0 but was " + clipped);
    }
  }
}
