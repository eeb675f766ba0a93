package ductus.studio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long answers took, gathered by many threads and taken away by one. */
final class AnswerTimes {
  private List<Double> millis = new ArrayList<>();

  /**
   * A part of the times.
   *
   * @param median in milliseconds; 0 where there was no answer
   * @param slow what one in a hundred took longer than
   */
  record Summary(int count, double median, double slow) {}

  synchronized void add(double taken) {
    millis.add(taken);
  }

  /** Summarizes what came since this was asked last. */
  Summary take() {
    List<Double> taken;
    synchronized (this) {
      taken = millis;
      millis = new ArrayList<>();
    }
    Collections.sort(taken);
    return new Summary(taken.size(), quantile(taken, 0.5), quantile(taken, 0.99));
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
