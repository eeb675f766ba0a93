package ductus.series.network;

/** The inputs that a network is given of a column at a step. */
final class StepInputs {
  /** Largest standardized number; those beyond it say no more than that they are far off. */
  private static final double FARTHEST = 20;

  private StepInputs() {}

  /**
   * Writes the inputs of a column: value, change and flag.
   *
   * @param value of the step, or what bridges it
   * @param last that of the step before
   */
  static void write(
      ColumnScale scale, double value, double last, boolean missing, float[] into, int at) {
    into[at] = bounded((value - scale.mean()) / scale.deviation());
    into[at + 1] = bounded((value - last) / scale.change());
    into[at + 2] = missing ? 1 : 0;
  }

  private static float bounded(double number) {
    return (float) Math.max(-FARTHEST, Math.min(FARTHEST, number));
  }
}
