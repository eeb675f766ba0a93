package ductus.task.handwriting.synthesis;

import ductus.generate.PenTrajectory;
import java.util.Arrays;

/** The spaces between the words of a drawn part, in x-heights. */
final class WordGaps {
  /** The gap of a part that has but one word. */
  private static final double USUAL = 0.9;

  private WordGaps() {}

  /** The mean gap of a part. */
  static double mean(Attempt attempt) {
    PenTrajectory trail = attempt.trail();
    int[] characters = attempt.part().characters();
    int[] words = new int[characters.length];
    int count = 1;
    for (int u = 0; u < characters.length; u++) {
      words[u] = count - 1;
      if (characters[u] == ' ') {
        count++;
      }
    }
    double[] left = new double[count];
    double[] right = new double[count];
    Arrays.fill(left, Double.POSITIVE_INFINITY);
    Arrays.fill(right, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < trail.points(); i++) {
      int word = words[trail.character(i)];
      left[word] = Math.min(left[word], trail.x(i));
      right[word] = Math.max(right[word], trail.x(i));
    }
    double sum = 0;
    int gaps = 0;
    for (int word = 1; word < count; word++) {
      double gap = left[word] - right[word - 1];
      if (Double.isFinite(gap)) {
        sum += Math.max(0, gap);
        gaps++;
      }
    }
    return gaps == 0 ? USUAL : sum / gaps;
  }
}
