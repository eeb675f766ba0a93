package ductus.lab.result;

import java.util.Collections;
import java.util.List;

/**
 * What one trial with one seed has come to.
 *
 * @param figures one for each of the examination's measures, NaN for none
 * @param curves maybe none
 */
public record Outcome(List<Double> figures, List<Curve> curves) {
  public Outcome {
    figures = List.copyOf(figures);
    curves = List.copyOf(curves);
  }

  /** Nothing that could be measured, as of a network whose loss was no number any more. */
  public static Outcome none(int figures) {
    return new Outcome(Collections.nCopies(figures, Double.NaN), List.of());
  }
}
