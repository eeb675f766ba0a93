package ductus.model.reading;

/** A line of handwriting as a network reads it: F numbers a step. Immutable. */
public final class LineRows {
  private final float[] values;
  private final int features;

  /**
   * Copies its argument.
   *
   * @param values [T×F], one step or more
   * @param features F
   */
  public LineRows(float[] values, int features) {
    if (features < 1 || values.length == 0 || values.length % features != 0) {
      throw new IllegalArgumentException(
          "a line must have whole steps of %d numbers, one or more, but had %d numbers"
              .formatted(features, values.length));
    }
    this.values = values.clone();
    this.features = features;
  }

  /** Steps T. */
  public int steps() {
    return values.length / features;
  }

  /** Numbers of a step, F. */
  public int features() {
    return features;
  }

  /** A number of a step. */
  public float value(int step, int feature) {
    return values[step * features + feature];
  }

  /** Copies a step. */
  void copyTo(int step, float[] into, int at) {
    System.arraycopy(values, step * features, into, at, features);
  }
}
