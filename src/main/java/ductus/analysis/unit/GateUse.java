package ductus.analysis.unit;

import ductus.nn.recurrent.RecurrentActivations;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a unit's gate is nearly shut, and nearly open (Karpathy, Johnson and Li 2015, §4.2:
 * left- and right-saturated).
 *
 * @param layer from 0, the lowest
 * @param gate its name
 * @param unit from 0
 * @param shut share of the steps at which it is below 0.1
 * @param open share of the steps at which it is above 0.9
 */
public record GateUse(int layer, String gate, int unit, double shut, double open) {
  private static final double SHUT = 0.1;
  private static final double OPEN = 0.9;

  /**
   * The use of the gates of all units, by layer and gate. Candidates, which are no gates, are left
   * out.
   *
   * @param readings of some pieces by one network, at least one
   */
  public static List<GateUse> of(List<ReadPiece> readings) {
    List<GateUse> all = new ArrayList<>();
    List<RecurrentActivations> layers = readings.get(0).layers();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<String> gates = layers.get(layer).gateNames();
      for (int gate = 0; gate < gates.size(); gate++) {
        if (gates.get(gate).endsWith("gate")) {
          for (int unit = 0; unit < layers.get(layer).units(); unit++) {
            all.add(of(readings, layer, gate, unit));
          }
        }
      }
    }
    return all;
  }

  private static GateUse of(List<ReadPiece> readings, int layer, int gate, int unit) {
    int steps = 0;
    int shut = 0;
    int open = 0;
    for (ReadPiece reading : readings) {
      RecurrentActivations activity = reading.layers().get(layer);
      for (int row = 0; row < activity.rows(); row++) {
        double value = activity.gate(gate, row, unit);
        steps++;
        shut += value < SHUT ? 1 : 0;
        open += value > OPEN ? 1 : 0;
      }
    }
    String name = readings.get(0).layers().get(layer).gateNames().get(gate);
    return new GateUse(layer, name, unit, (double) shut / steps, (double) open / steps);
  }
}
