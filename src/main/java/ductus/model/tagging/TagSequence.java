package ductus.model.tagging;

import java.util.Arrays;

/**
 * Steps to be tagged: the rows of the embedding table that describe each [T×P], and its label [T].
 * Immutable.
 */
public final class TagSequence {
  /** A row or a label that is absent. */
  public static final int NONE = -1;

  private final int[] rows;
  private final int[] labels;
  private final int perStep;

  /**
   * Copies its arguments.
   *
   * @param rows of the table, or {@link #NONE} [T×P]
   * @param labels or {@link #NONE} where there is none to be learned [T]
   * @param perStep P
   */
  public TagSequence(int[] rows, int[] labels, int perStep) {
    if (labels.length == 0 || rows.length != labels.length * perStep) {
      throw new IllegalArgumentException(
          "rows must be %d×%d, of one step or more, but were %d"
              .formatted(labels.length, perStep, rows.length));
    }
    this.rows = rows.clone();
    this.labels = labels.clone();
    this.perStep = perStep;
  }

  /** Steps T. */
  public int length() {
    return labels.length;
  }

  /** Rows a step, P. */
  public int perStep() {
    return perStep;
  }

  /** The label of a step, or {@link #NONE}. */
  public int label(int step) {
    return labels[step];
  }

  /** Steps that have a label. */
  public int labelled() {
    return (int) Arrays.stream(labels).filter(label -> label != NONE).count();
  }

  /** Returns the steps from one to before another, one or more. */
  public TagSequence part(int from, int to) {
    return new TagSequence(
        Arrays.copyOfRange(rows, from * perStep, to * perStep),
        Arrays.copyOfRange(labels, from, to),
        perStep);
  }

  void copyRows(int step, int[] to, int at) {
    System.arraycopy(rows, step * perStep, to, at, perStep);
  }
}
