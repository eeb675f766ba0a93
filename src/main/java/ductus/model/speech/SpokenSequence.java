package ductus.model.speech;

import ductus.model.reading.LineRows;

/** A sound as a network hears it, with the words that are spoken. Immutable. */
public final class SpokenSequence {
  private final LineRows rows;
  private final int[] labels;

  /**
   * Creates a sequence.
   *
   * @param rows F numbers a step
   * @param labels of the words, in their order; none where they are not known
   */
  public SpokenSequence(LineRows rows, int[] labels) {
    this.rows = rows;
    this.labels = labels.clone();
  }

  /** Steps T. */
  public int steps() {
    return rows.steps();
  }

  /** Returns the same words in another sound. */
  public SpokenSequence withRows(LineRows other) {
    return new SpokenSequence(other, labels);
  }

  LineRows rows() {
    return rows;
  }

  int[] labels() {
    return labels;
  }
}
