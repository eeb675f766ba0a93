package ductus.math;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;

class PackedWeightsTest {
  private static final int[] SIZES = {1, 3, 16, 17, 33, 63, 64, 65, 100};

  @Test
  void standsInStripsOfSixteenColumnsFilledWithZeros() {
    for (int k : SIZES) {
      for (int n : SIZES) {
        FMatrixRMaj matrix = matrix(k, n);
        PackedWeights packed = new PackedWeights(k, n);
        packed.pack(matrix, 0, packed.strips());
        assertEquals((n + 15) / 16, packed.strips());
        for (int column = 0; column < packed.strips() * 16; column++) {
          for (int row = 0; row < k; row++) {
            assertEquals(column < n ? matrix.get(row, column) : 0, at(packed, row, column));
          }
        }
      }
    }
  }

  @Test
  void transposes() {
    for (int k : SIZES) {
      for (int n : SIZES) {
        FMatrixRMaj matrix = matrix(n, k);
        PackedWeights expected = new PackedWeights(k, n);
        expected.pack(CommonOps_FDRM.transpose(matrix, null), 0, expected.strips());
        PackedWeights packed = new PackedWeights(k, n);
        packed.packTransposed(matrix, 0, packed.strips());
        assertArrayEquals(expected.data(), packed.data());
      }
    }
  }

  @Test
  void interleavesGates() {
    for (int k : SIZES) {
      for (int hidden : SIZES) {
        GateLayout gates = new GateLayout(hidden, 4);
        FMatrixRMaj matrix = matrix(k, gates.columns());
        PackedWeights packed = new PackedWeights(k, gates.paddedColumns());
        packed.pack(matrix, gates, 0, gates.groups());
        PackedWeights expected = new PackedWeights(k, gates.paddedColumns());
        expected.pack(interleaved(matrix, gates), 0, expected.strips());
        assertArrayEquals(expected.data(), packed.data());
      }
    }
  }

  @Test
  void transposesInterleavedGates() {
    for (int n : SIZES) {
      for (int hidden : SIZES) {
        GateLayout gates = new GateLayout(hidden, 4);
        FMatrixRMaj matrix = matrix(n, gates.columns());
        PackedWeights packed = new PackedWeights(gates.paddedColumns(), n);
        packed.packTransposed(matrix, gates, 0, packed.strips());
        PackedWeights expected = new PackedWeights(gates.paddedColumns(), n);
        expected.packTransposed(interleaved(matrix, gates), 0, expected.strips());
        assertArrayEquals(expected.data(), packed.data());
      }
    }
  }

  @Test
  void packsSomeStripsOnly() {
    FMatrixRMaj matrix = matrix(5, 200);
    PackedWeights packed = new PackedWeights(5, 200);
    packed.pack(matrix, 4, 8);
    for (int column = 0; column < 200; column++) {
      boolean inside = column >= 64 && column < 128;
      assertEquals(inside ? matrix.get(4, column) : 0, at(packed, 4, column));
    }
  }

  @Test
  void packingAgainTakesTheChangedWeights() {
    PackedWeights packed = new PackedWeights(7, 70);
    packed.pack(matrix(7, 70), 0, 5);
    FMatrixRMaj changed = matrix(7, 70);
    CommonOps_FDRM.scale(2, changed);
    packed.pack(changed, 0, 5);
    assertEquals(changed.get(6, 69), at(packed, 6, 69));
  }

  @Test
  void refusesAnotherShape() {
    PackedWeights packed = new PackedWeights(3, 5);
    assertRefused("matrix must be 3×5 but was 5×3", () -> packed.pack(matrix(5, 3), 0, 1));
    assertThrows(IllegalArgumentException.class, () -> packed.packTransposed(matrix(3, 5), 0, 1));
  }

  private static float at(PackedWeights packed, int row, int column) {
    return packed.data()[(column / 16 * packed.rows() + row) * 16 + column % 16];
  }

  private static FMatrixRMaj matrix(int rows, int columns) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    matrix.setData(Seeded.floats(rows * columns, 1, Seeded.random(rows * 1000L + columns)));
    return matrix;
  }

  private static FMatrixRMaj interleaved(FMatrixRMaj matrix, GateLayout gates) {
    FMatrixRMaj result = new FMatrixRMaj(matrix.numRows, gates.paddedColumns());
    for (int r = 0; r < matrix.numRows; r++) {
      for (int gate = 0; gate < 4; gate++) {
        for (int unit = 0; unit < gates.hiddenSize(); unit++) {
          result.set(
              r,
              unit / 16 * 64 + gate * 16 + unit % 16,
              matrix.get(r, gate * gates.hiddenSize() + unit));
        }
      }
    }
    return result;
  }
}
