package ductus.math;

import java.util.Arrays;

/**
 * The order of a recurrent layer's gates in memory. Weights and their gradients keep the order of
 * the file, [·×G·H]: all units of the first gate, then of the second, and so on. While they are
 * computed, the gates of 16 units stand together, one strip a gate, so that the cells are updated
 * while their gates are still in the nearest cache; a last group of fewer units is filled up with
 * zeros.
 *
 * @param hiddenSize H
 * @param gates G: 4 in an LSTM, 3 in a GRU, 1 in an Elman network
 */
public record GateLayout(int hiddenSize, int gates) {
  public GateLayout {
    if (hiddenSize < 1 || gates < 1) {
      throw new IllegalArgumentException(
          "hidden size and gates must be 1 or more but were " + hiddenSize + " and " + gates);
    }
  }

  /** Column, while computing, of a unit's first gate; the next gate's is a strip further. */
  public static int firstGate(int unit, int gates) {
    return unit / Strips.WIDTH * gates * Strips.WIDTH + unit % Strips.WIDTH;
  }

  /** Columns in the order of the file, G·H. */
  public int columns() {
    return gates * hiddenSize;
  }

  /** Groups of 16 units. */
  public int groups() {
    return Strips.of(hiddenSize);
  }

  /** Hidden units, filled up to whole groups. */
  public int paddedUnits() {
    return groups() * Strips.WIDTH;
  }

  /** Columns while computing: 16·G a group. */
  public int paddedColumns() {
    return groups() * gates * Strips.WIDTH;
  }

  /** How many units of a group exist, 1 to 16. */
  public int units(int group) {
    return Math.min(Strips.WIDTH, hiddenSize - group * Strips.WIDTH);
  }

  /** Column, in the order of the file, of a group's first unit in one gate. */
  public int column(int group, int gate) {
    return gate * hiddenSize + group * Strips.WIDTH;
  }

  /** Adds the groups of interleaved rows [R×16·G·groups] to rows in the order of the file. */
  public void addTo(float[] interleaved, float[] ordered, int rows, int fromGroup, int toGroup) {
    for (int r = 0; r < rows; r++) {
      for (int group = fromGroup; group < toGroup; group++) {
        for (int gate = 0; gate < gates; gate++) {
          int from = r * paddedColumns() + (group * gates + gate) * Strips.WIDTH;
          int to = r * columns() + column(group, gate);
          for (int u = 0; u < units(group); u++) {
            ordered[to + u] += interleaved[from + u];
          }
        }
      }
    }
  }

  /** Copies the groups of one row from the order of the file; units that do not exist become 0. */
  public void interleave(float[] ordered, float[] interleaved, int fromGroup, int toGroup) {
    for (int group = fromGroup; group < toGroup; group++) {
      for (int gate = 0; gate < gates; gate++) {
        int to = (group * gates + gate) * Strips.WIDTH;
        System.arraycopy(ordered, column(group, gate), interleaved, to, units(group));
        Arrays.fill(interleaved, to + units(group), to + Strips.WIDTH, 0);
      }
    }
  }
}
