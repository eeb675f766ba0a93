package ductus.nn.head;

/**
 * The outputs that are on at each time step: targets [T×B×N] of zeros and ones, as lists of the
 * ones. A step can be masked. Holds the arrays themselves.
 */
public final class ActiveOutputs {
  private final int[] starts;
  private final int[] on;
  private final boolean[] masked;

  /**
   * Targets.
   *
   * @param starts where the list of each step begins, and where the last one ends [T·B+1]
   * @param on outputs that are on, step after step
   * @param masked steps that do not count [T·B]
   */
  public ActiveOutputs(int[] starts, int[] on, boolean[] masked) {
    if (starts.length != masked.length + 1 || starts[masked.length] > on.length) {
      throw new IllegalArgumentException(
          "lists must be %d within %d outputs but %d begin, and the last ends at %d"
              .formatted(masked.length, on.length, starts.length - 1, starts[starts.length - 1]));
    }
    this.starts = starts;
    this.on = on;
    this.masked = masked;
  }

  /** Number of steps, T·B. */
  public int steps() {
    return masked.length;
  }

  /** Whether a step does not count. */
  public boolean isMasked(int step) {
    return masked[step];
  }

  /** How many outputs are on at a step. */
  public int count(int step) {
    return starts[step + 1] - starts[step];
  }

  /** The number of an output that is on at a step. */
  public int output(int step, int index) {
    return on[starts[step] + index];
  }
}
