package ductus.music.statistics;

import java.util.List;

/** Counts of how often each of a fixed row of labelled bins was met. Immutable. */
public final class Histogram {
  private final List<String> labels;
  private final long[] counts;
  private final long total;

  /**
   * Creates a histogram; copies its arguments.
   *
   * @param labels one a bin, in the order in which they are shown
   * @param counts one a bin, 0 or more
   */
  public Histogram(List<String> labels, long[] counts) {
    if (labels.size() != counts.length) {
      throw new IllegalArgumentException(
          "counts must be " + labels.size() + " as the labels but were " + counts.length);
    }
    long sum = 0;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("count must be 0 or more but was " + count);
      }
      sum += count;
    }
    this.labels = List.copyOf(labels);
    this.counts = counts.clone();
    total = sum;
  }

  /** The labels of the bins. */
  public List<String> labels() {
    return labels;
  }

  /** Number of bins. */
  public int bins() {
    return counts.length;
  }

  /** How often a bin was met. */
  public long count(int bin) {
    return counts[bin];
  }

  /** Sum of the counts. */
  public long total() {
    return total;
  }

  /** Share of a bin in the total; 0 where nothing was counted. */
  public double share(int bin) {
    return total == 0 ? 0 : (double) counts[bin] / total;
  }

  /**
   * The share that two histograms have in common: the sum over bins of the smaller share. 1 for the
   * same distribution, 0 for distributions without a common bin, and where one of them is empty.
   */
  public double overlap(Histogram that) {
    if (!labels.equals(that.labels)) {
      throw new IllegalArgumentException(
          "bins must be the same but were " + labels + " and " + that.labels);
    }
    double sum = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      sum += Math.min(share(bin), that.share(bin));
    }
    return sum;
  }
}
