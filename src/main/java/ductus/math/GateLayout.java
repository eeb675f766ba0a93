package ductus.math;

/**
 * Where the gates of an LSTM stand in memory. Weights and their gradients keep the order of the
 * file, [·×4H]: all input gates, forget gates, candidates, output gates. While they are computed,
 * the gates of 16 units stand together in one panel of 64 columns, so that the cell update runs
 * right behind the product; a last panel with fewer units is filled up with zeros.
 *
 * @param hiddenSize H
 */
public record GateLayout(int hiddenSize) {
  /** Input gate, forget gate, candidate, output gate. */
  public static final int GATES = 4;

  /** Columns in the order of the file, 4H. */
  public int columns() {
    return GATES * hiddenSize;
  }

  /** Panels of 16 units. */
  public int panels() {
    return (hiddenSize + Kernels.GATE_LANES - 1) / Kernels.GATE_LANES;
  }

  /** Hidden units, filled up to whole panels. */
  public int paddedUnits() {
    return panels() * Kernels.GATE_LANES;
  }

  /** Columns while computing: 64 a panel. */
  public int paddedColumns() {
    return panels() * PackedWeights.PANEL;
  }

  /** How many units of a panel exist, 1 to 16. */
  public int units(int panel) {
    return Math.min(Kernels.GATE_LANES, hiddenSize - panel * Kernels.GATE_LANES);
  }

  /** Column, in the order of the file, of a panel's first unit in one gate. */
  public int column(int panel, int gate) {
    return gate * hiddenSize + panel * Kernels.GATE_LANES;
  }

  /** Adds some panels of interleaved rows [R×64·panels] to rows in the order of the file [R×4H]. */
  public void addTo(float[] interleaved, float[] ordered, int rows, int fromPanel, int toPanel) {
    for (int r = 0; r < rows; r++) {
      for (int panel = fromPanel; panel < toPanel; panel++) {
        for (int gate = 0; gate < GATES; gate++) {
          int from = r * paddedColumns() + panel * PackedWeights.PANEL + gate * Kernels.GATE_LANES;
          int to = r * columns() + column(panel, gate);
          for (int i = 0; i < units(panel); i++) {
            ordered[to + i] += interleaved[from + i];
          }
        }
      }
    }
  }

  /** Copies a row in the order of the file [4H] to some panels of an interleaved row. */
  public void interleave(
      float[] ordered, float[] interleaved, int offset, int fromPanel, int toPanel) {
    for (int panel = fromPanel; panel < toPanel; panel++) {
      for (int gate = 0; gate < GATES; gate++) {
        System.arraycopy(
            ordered,
            column(panel, gate),
            interleaved,
            offset + panel * PackedWeights.PANEL + gate * Kernels.GATE_LANES,
            units(panel));
      }
    }
  }
}
