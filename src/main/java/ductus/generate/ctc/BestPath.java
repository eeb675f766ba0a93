package ductus.generate.ctc;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads off the labels of the most likely path: the best of each time step, repetitions taken
 * together, blanks left out (Graves et al. 2006, §3.2). Quick, but the most likely path need not
 * have the most likely labels.
 */
public final class BestPath {
  private BestPath() {}

  /** Returns the labels of the most likely path; of equally likely ones the lower. */
  public static List<Integer> read(Emissions emissions) {
    List<Integer> labels = new ArrayList<>();
    int previous = emissions.blank();
    for (int t = 0; t < emissions.steps(); t++) {
      int best = best(emissions, t);
      if (best != previous && best != emissions.blank()) {
        labels.add(best);
      }
      previous = best;
    }
    return labels;
  }

  /** Log probability of the most likely path, in nats. */
  public static double logProbability(Emissions emissions) {
    double sum = 0;
    for (int t = 0; t < emissions.steps(); t++) {
      sum += emissions.logProbability(t, best(emissions, t));
    }
    return sum;
  }

  private static int best(Emissions emissions, int t) {
    int best = 0;
    for (int label = 1; label <= emissions.blank(); label++) {
      if (emissions.logProbability(t, label) > emissions.logProbability(t, best)) {
        best = label;
      }
    }
    return best;
  }
}
