package ductus.generate.ctc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the labels of a known text stand: the most likely of all paths that say it (Viterbi
 * over the lattice of Graves et al. 2006, §4.1).
 *
 * @param steps the step at which each label is most certain, ascending [U]
 * @param logProbability of the path, in nats
 */
public record ForcedAlignment(List<Integer> steps, double logProbability) {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  public ForcedAlignment {
    steps = List.copyOf(steps);
  }

  /** Aligns labels with a sequence; empty where it has too few steps for them. */
  public static Optional<ForcedAlignment> of(Emissions emissions, int[] labels) {
    if (labels.length == 0) {
      return Optional.empty();
    }
    int states = 2 * labels.length + 1;
    byte[][] moves = new byte[emissions.steps()][states];
    double[] best = new double[states];
    Arrays.fill(best, NEVER);
    for (int t = 0; t < emissions.steps(); t++) {
      best = next(best, t, emissions, labels, moves[t]);
    }
    int last = best[states - 1] > best[states - 2] ? states - 1 : states - 2;
    return best[last] == NEVER
        ? Optional.empty()
        : Optional.of(new ForcedAlignment(peaks(emissions, labels, moves, last), best[last]));
  }

  /** The best paths that end in each state at a step, and from where they came: 0, 1 or 2 back. */
  private static double[] next(
      double[] before, int t, Emissions emissions, int[] labels, byte[] moves) {
    double[] best = new double[before.length];
    for (int state = 0; state < best.length; state++) {
      double from = t == 0 ? (state < 2 ? 0 : NEVER) : before[state];
      if (t > 0 && state > 0 && before[state - 1] > from) {
        from = before[state - 1];
        moves[state] = 1;
      }
      boolean skips =
          t > 0 && state > 2 && state % 2 == 1 && labels[state / 2] != labels[state / 2 - 1];
      if (skips && before[state - 2] > from) {
        from = before[state - 2];
        moves[state] = 2;
      }
      int label = state % 2 == 0 ? emissions.blank() : labels[state / 2];
      best[state] = from + emissions.logProbability(t, label);
    }
    return best;
  }

  private static List<Integer> peaks(Emissions emissions, int[] labels, byte[][] moves, int last) {
    int[] peaks = new int[labels.length];
    double[] highest = new double[labels.length];
    Arrays.fill(highest, NEVER);
    int state = last;
    for (int t = emissions.steps() - 1; t >= 0; t--) {
      if (state % 2 == 1) {
        int u = state / 2;
        double probability = emissions.logProbability(t, labels[u]);
        if (probability > highest[u]) {
          highest[u] = probability;
          peaks[u] = t;
        }
      }
      state -= moves[t][state];
    }
    return Arrays.stream(peaks).boxed().toList();
  }
}
