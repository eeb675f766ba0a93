package ductus.nn.head;

import org.jspecify.annotations.Nullable;

/**
 * The labels that a {@link CtcHead} is to read off some sequences, and, where that is known, at
 * which steps they stand.
 */
public final class CtcTargets {
  /** No labels, of sequences that are only read. */
  public static final CtcTargets NONE = new CtcTargets(new int[0][], null);

  private final int[][] labels;
  private final int @Nullable [] path;

  /**
   * Labels of some sequences. Where their places are known, the loss of this one way to spread them
   * is a bound from above, from which a network learns its first labels much sooner.
   *
   * @param labels of each sequence [B], each 0 to V − 1; not copied
   * @param path label or blank of each step, negative behind the end of a sequence [T×B], not
   *     copied; null where that is not known
   */
  public CtcTargets(int[][] labels, int @Nullable [] path) {
    this.labels = labels;
    this.path = path;
  }

  /** Labels of each sequence [B]; not a copy. */
  int[][] labels() {
    return labels;
  }

  /** Label or blank of each step [T×B], not a copy; null where that is not known. */
  int @Nullable [] path() {
    return path;
  }

  /** Number of labels of all sequences. */
  public int count() {
    int count = 0;
    for (int[] each : labels) {
      count += each.length;
    }
    return count;
  }
}
