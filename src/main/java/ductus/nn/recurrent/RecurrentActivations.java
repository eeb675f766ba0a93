package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Strips;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** What the units of a recurrent layer did in a forward pass, to be looked at. Immutable. */
public final class RecurrentActivations {
  private final List<String> gateNames;
  private final int units;
  private final int rows;
  private final float[] hidden;
  private final float[] gates;

  /**
   * Copies what stands on a tape.
   *
   * @param hidden [T×B×H] in whole strips
   * @param gates [T×B×G·H] interleaved
   */
  RecurrentActivations(
      GateLayout layout, List<String> gateNames, FMatrixRMaj hidden, FMatrixRMaj gates) {
    this.gateNames = List.copyOf(gateNames);
    units = layout.hiddenSize();
    rows = hidden.numRows;
    this.hidden = new float[rows * units];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(hidden.data, row * hidden.numCols, this.hidden, row * units, units);
    }
    this.gates = new float[gateNames.size() * rows * units];
    for (int gate = 0; gate < gateNames.size(); gate++) {
      for (int i = 0; i < rows * units; i++) {
        int column = GateLayout.firstGate(i % units, layout.gates()) + gate * Strips.WIDTH;
        this.gates[gate * rows * units + i] = gates.data[i / units * gates.numCols + column];
      }
    }
  }

  /** Hidden units H. */
  public int units() {
    return units;
  }

  /** Rows, T·B. */
  public int rows() {
    return rows;
  }

  /** Names of the gates; none where the cells have none. */
  public List<String> gateNames() {
    return gateNames;
  }

  /** The hidden state of a unit. */
  public float hidden(int row, int unit) {
    return hidden[row * units + unit];
  }

  /** A gate of a unit, 0 to 1; a candidate −1 to 1. */
  public float gate(int gate, int row, int unit) {
    return gates[(gate * rows + row) * units + unit];
  }

  /** The hidden states of a unit over all rows. */
  public double[] course(int unit) {
    double[] course = new double[rows];
    Arrays.setAll(course, row -> hidden(row, unit));
    return course;
  }
}
