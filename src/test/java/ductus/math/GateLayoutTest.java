package ductus.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GateLayoutTest {
  @Test
  void fillsUpToWholeGroups() {
    assertSizes(new GateLayout(1, 4), 1, 16, 64, 1);
    assertSizes(new GateLayout(16, 4), 1, 16, 64, 16);
    assertSizes(new GateLayout(17, 4), 2, 32, 128, 1);
    assertSizes(new GateLayout(100, 4), 7, 112, 448, 4);
    assertEquals(3 * 112, new GateLayout(100, 3).paddedColumns());
    assertEquals(100, new GateLayout(100, 1).columns());
  }

  private static void assertSizes(
      GateLayout gates, int groups, int units, int columns, int unitsOfLast) {
    assertEquals(groups, gates.groups());
    assertEquals(units, gates.paddedUnits());
    assertEquals(columns, gates.paddedColumns());
    assertEquals(unitsOfLast, gates.units(groups - 1));
    assertEquals(4 * gates.hiddenSize(), gates.columns());
  }

  @Test
  void interleavesTheGatesOfSixteenUnits() {
    GateLayout gates = new GateLayout(18, 4);
    float[] ordered = new float[gates.columns()];
    for (int gate = 0; gate < 4; gate++) {
      for (int unit = 0; unit < 18; unit++) {
        ordered[gate * 18 + unit] = 100 * gate + unit + 1;
      }
    }
    float[] interleaved = new float[gates.paddedColumns()];
    gates.interleave(ordered, interleaved, 0, 2);
    for (int gate = 0; gate < 4; gate++) {
      for (int unit = 0; unit < 32; unit++) {
        int at = unit / 16 * 64 + gate * 16 + unit % 16;
        assertEquals(unit < 18 ? 100 * gate + unit + 1 : 0, interleaved[at]);
      }
    }
  }

  @Test
  void addingIsTheWayBackFromInterleaving() {
    GateLayout gates = new GateLayout(33, 4);
    float[] rows = Seeded.floats(2 * gates.columns(), 1, Seeded.random(1));
    float[] interleaved = new float[2 * gates.paddedColumns()];
    for (int r = 0; r < 2; r++) {
      float[] row = new float[gates.columns()];
      System.arraycopy(rows, r * gates.columns(), row, 0, gates.columns());
      float[] one = new float[gates.paddedColumns()];
      gates.interleave(row, one, 0, gates.groups());
      System.arraycopy(one, 0, interleaved, r * one.length, one.length);
    }
    float[] ordered = new float[rows.length];
    gates.addTo(interleaved, ordered, 2, 0, 1);
    gates.addTo(interleaved, ordered, 2, 1, gates.groups());
    assertArrayEquals(rows, ordered);
    gates.addTo(interleaved, ordered, 2, 0, gates.groups());
    assertEquals(2 * rows[7], ordered[7]);
  }
}
