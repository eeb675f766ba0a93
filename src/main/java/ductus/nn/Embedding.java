package ductus.nn;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The input layer: looks up rows of a table [N×E] and adds up those of one time step (the token's
 * and its side features').
 */
public final class Embedding {
  private final int rows;
  private final int size;
  private final Parameter table;

  /**
   * A table of zeros.
   *
   * @param rows N, tokens and side features together
   * @param size E
   */
  public Embedding(int rows, int size) {
    if (rows < 1 || size < 1) {
      throw new IllegalArgumentException(
          "rows and embedding size must be 1 or more but were " + rows + " and " + size);
    }
    this.rows = rows;
    this.size = size;
    table = new Parameter("embedding.weight", rows, size);
  }

  /** Embedding size E. */
  public int outputSize() {
    return size;
  }

  /** The table. */
  public List<Parameter> parameters() {
    return List.of(table);
  }

  /** Normal with deviation 0.3, so that a handful of rows add up to about unit size. */
  public void initialize(RandomGenerator random) {
    Initialization.normal(table.value(), 0.3, random);
  }

  /**
   * Looks up and adds.
   *
   * @param indices [T×B×P], rows of the table, negative where there is none
   * @param perStep P
   * @return [T×B×E]
   */
  public FMatrixRMaj forward(int[] indices, int perStep, Tape tape) {
    FMatrixRMaj output = tape.buffer(this, "output", tape.rows(), size);
    float[] weights = table.value().data;
    tape.workers()
        .run(
            (slice, crew) -> {
              for (int r = crew.from(tape.rows(), slice);
                  r < crew.from(tape.rows(), slice + 1);
                  r++) {
                Arrays.fill(output.data, r * size, (r + 1) * size, 0);
                for (int p = r * perStep; p < (r + 1) * perStep; p++) {
                  if (indices[p] >= 0) {
                    add(weights, requireRow(indices[p]) * size, output.data, r * size, 0, size);
                  }
                }
              }
            });
    return output;
  }

  /**
   * Adds to the table's gradient. Each thread takes some columns of all rows, so that the order of
   * the sums is that of the rows.
   *
   * @param dOutput [T×B×E], not modified
   */
  public void backward(FMatrixRMaj dOutput, int[] indices, int perStep, Tape tape) {
    float[] gradient = tape.gradient(table).data;
    tape.workers()
        .run(
            (slice, crew) -> {
              int from = crew.from(size, slice);
              int to = crew.from(size, slice + 1);
              for (int p = 0; p < tape.rows() * perStep; p++) {
                if (indices[p] >= 0) {
                  add(dOutput.data, p / perStep * size, gradient, indices[p] * size, from, to);
                }
              }
            });
  }

  private int requireRow(int index) {
    if (index >= rows) {
      throw new IllegalArgumentException(
          "index must be below the table's " + rows + " rows but was " + index);
    }
    return index;
  }

  private static void add(float[] from, int at, float[] to, int start, int first, int end) {
    for (int e = first; e < end; e++) {
      to[start + e] += from[at + e];
    }
  }
}
