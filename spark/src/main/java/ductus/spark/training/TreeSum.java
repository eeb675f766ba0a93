package ductus.spark.training;

import java.util.List;

/** Sums over ranks in the order of a binary tree, as {@link ductus.train.parallel.Peers} wants. */
final class TreeSum {
  private TreeSum() {}

  /** The sum of the ranks' doubles. */
  static double of(double[] ofRanks) {
    return of(ofRanks, 0, ofRanks.length);
  }

  private static double of(double[] ofRanks, int from, int to) {
    if (to - from == 1) {
      return ofRanks[from];
    }
    int middle = (from + to) >>> 1;
    return of(ofRanks, from, middle) + of(ofRanks, middle, to);
  }

  /** Adds up the ranks' floats; the sum is left in the first array, the others are used up. */
  static float[] of(List<float[]> ofRanks) {
    if (ofRanks.size() == 1) {
      return ofRanks.get(0);
    }
    int middle = ofRanks.size() >>> 1;
    float[] left = of(ofRanks.subList(0, middle));
    float[] right = of(ofRanks.subList(middle, ofRanks.size()));
    for (int i = 0; i < left.length; i++) {
      left[i] += right[i];
    }
    return left;
  }
}
