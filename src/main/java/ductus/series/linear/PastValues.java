package ductus.series.linear;

import java.util.Arrays;

/**
 * The last values of a series, on one path or on several side by side. What was before the first is
 * taken to be like it.
 */
public final class PastValues {
  private final int paths;
  private final int columns;
  private final int memory;
  private final double[] values;
  private int steps;

  /**
   * Nothing yet.
   *
   * @param memory L, 1 or more
   */
  public PastValues(int paths, int columns, int memory) {
    this.paths = paths;
    this.columns = columns;
    this.memory = memory;
    values = new double[paths * columns * memory];
  }

  /** Several paths that go on from the one of this. */
  public PastValues fork(int count) {
    PastValues fork = new PastValues(count, columns, memory);
    int size = columns * memory;
    for (int path = 0; path < count; path++) {
      System.arraycopy(values, 0, fork.values, path * size, size);
    }
    fork.steps = steps;
    return fork;
  }

  /** Whether nothing was added yet. */
  public boolean isEmpty() {
    return steps == 0;
  }

  /**
   * Adds the values of a step.
   *
   * @param row [B×C], none of them missing
   */
  public void add(double[] row) {
    int place = steps % memory;
    for (int i = 0; i < paths * columns; i++) {
      if (steps == 0) {
        Arrays.fill(values, i * memory, (i + 1) * memory, row[i]);
      }
      values[i * memory + place] = row[i];
    }
    // Counted no further than needed, so that a long life does not run over.
    steps = steps + 1 == 2 * memory ? memory : steps + 1;
  }

  /**
   * A value before.
   *
   * @param lag steps before the next one, 1 to L
   */
  public double value(int path, int column, int lag) {
    int place = Math.floorMod(steps - lag, memory);
    return values[(path * columns + column) * memory + place];
  }
}
