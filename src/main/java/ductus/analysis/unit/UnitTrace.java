package ductus.analysis.unit;

import ductus.generate.hindsight.HiddenStateTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a hidden unit did along a piece.
 *
 * @param layer from 0, the lowest
 * @param unit from 0
 * @param course its hidden state at each step, to three decimals
 * @param deviation of its state at the step that was asked for from its mean over the piece
 */
public record UnitTrace(int layer, int unit, List<Double> course, double deviation) {
  public UnitTrace {
    course = List.copyOf(course);
  }

  /** The units that fire most at a step: furthest from their own means over the piece, first. */
  public static List<UnitTrace> strongest(HiddenStateTrace hidden, int step, int count) {
    List<Candidate> candidates = new ArrayList<>();
    for (int layer = 0; layer < hidden.layers(); layer++) {
      for (int unit = 0; unit < hidden.units(layer); unit++) {
        double[] course = hidden.course(layer, unit);
        double mean = Arrays.stream(course).average().orElse(0);
        candidates.add(new Candidate(layer, unit, course[step] - mean));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingDouble(each -> -Math.abs(each.deviation)))
        .limit(count)
        .map(each -> each.of(hidden))
        .toList();
  }

  private static double rounded(double state) {
    return Math.round(state * 1e3) / 1e3;
  }

  private record Candidate(int layer, int unit, double deviation) {
    UnitTrace of(HiddenStateTrace hidden) {
      List<Double> course =
          Arrays.stream(hidden.course(layer, unit)).map(UnitTrace::rounded).boxed().toList();
      return new UnitTrace(layer, unit, course, rounded(deviation));
    }
  }
}
