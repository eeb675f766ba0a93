package ductus.generate.ctc;

import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Small sequences, and the probability of every labeling by going through every path. */
final class ToyText {
  private ToyText() {}

  static Emissions emissions(int steps, int labels, double bound, RandomGenerator random) {
    FMatrixRMaj logits = new FMatrixRMaj(steps, labels + 1);
    logits.setData(Seeded.floats(steps * (labels + 1), bound, random));
    return new Emissions(logits, 1, 0, steps, labels);
  }

  /** Probability of each labeling that has a path. */
  static Map<List<Integer>, Double> probabilities(Emissions emissions) {
    Map<List<Integer>, Double> sums = new HashMap<>();
    int symbols = emissions.labelCount() + 1;
    int paths = 1;
    for (int t = 0; t < emissions.steps(); t++) {
      paths *= symbols;
    }
    for (int path = 0; path < paths; path++) {
      List<Integer> labels = new ArrayList<>();
      double logProbability = 0;
      int previous = emissions.blank();
      int rest = path;
      for (int t = 0; t < emissions.steps(); t++) {
        int symbol = rest % symbols;
        rest /= symbols;
        logProbability += emissions.logProbability(t, symbol);
        if (symbol != previous && symbol != emissions.blank()) {
          labels.add(symbol);
        }
        previous = symbol;
      }
      sums.merge(labels, StrictMath.exp(logProbability), Double::sum);
    }
    return sums;
  }
}
