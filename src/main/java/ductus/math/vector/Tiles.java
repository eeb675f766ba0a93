package ductus.math.vector;

import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.load;

import ductus.math.PackedWeights;
import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of the product: some rows of the left operand times a quarter or the whole of a
 * panel, kept in registers over all steps. One tile computes four vectors a row, taken from the
 * panel's four groups of 16 columns; a machine with narrower vectors calls it several times, at
 * lane offsets 0, W, 2W … within the groups.
 *
 * <p>output[row] += Σ over steps of left[leftOffset + row · rowStride + step · stepStride] ·
 * panel[step]. With {@code stepStride} 1 the left operand is read by rows, with {@code rowStride} 1
 * by columns (a transposed left operand). Sums run in the order of the steps.
 *
 * <p>The tiles are spelled out because the compiler keeps only named locals in registers; each
 * stays far below the 8,000 bytecodes that it is willing to compile.
 */
final class Tiles {
  private static final int C1 = 16;
  private static final int C2 = 32;
  private static final int C3 = 48;

  private Tiles() {}

  /** 6 rows; see the class comment. */
  static void rows6(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] panel,
      int panelOffset,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int row0 = outputOffset;
    int row1 = row0 + outputStride;
    int row2 = row1 + outputStride;
    int row3 = row2 + outputStride;
    int row4 = row3 + outputStride;
    int row5 = row4 + outputStride;
    int left1 = rowStride;
    int left2 = 2 * rowStride;
    int left3 = 3 * rowStride;
    int left4 = 4 * rowStride;
    int left5 = 5 * rowStride;
    FloatVector a0 = load(output, row0);
    FloatVector a1 = load(output, row0 + C1);
    FloatVector a2 = load(output, row0 + C2);
    FloatVector a3 = load(output, row0 + C3);
    FloatVector b0 = load(output, row1);
    FloatVector b1 = load(output, row1 + C1);
    FloatVector b2 = load(output, row1 + C2);
    FloatVector b3 = load(output, row1 + C3);
    FloatVector c0 = load(output, row2);
    FloatVector c1 = load(output, row2 + C1);
    FloatVector c2 = load(output, row2 + C2);
    FloatVector c3 = load(output, row2 + C3);
    FloatVector d0 = load(output, row3);
    FloatVector d1 = load(output, row3 + C1);
    FloatVector d2 = load(output, row3 + C2);
    FloatVector d3 = load(output, row3 + C3);
    FloatVector e0 = load(output, row4);
    FloatVector e1 = load(output, row4 + C1);
    FloatVector e2 = load(output, row4 + C2);
    FloatVector e3 = load(output, row4 + C3);
    FloatVector f0 = load(output, row5);
    FloatVector f1 = load(output, row5 + C1);
    FloatVector f2 = load(output, row5 + C2);
    FloatVector f3 = load(output, row5 + C3);
    int at = leftOffset;
    int weight = panelOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(panel, weight);
      FloatVector w1 = load(panel, weight + C1);
      FloatVector w2 = load(panel, weight + C2);
      FloatVector w3 = load(panel, weight + C3);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      a2 = x.fma(w2, a2);
      a3 = x.fma(w3, a3);
      x = FloatVector.broadcast(SPECIES, left[at + left1]);
      b0 = x.fma(w0, b0);
      b1 = x.fma(w1, b1);
      b2 = x.fma(w2, b2);
      b3 = x.fma(w3, b3);
      x = FloatVector.broadcast(SPECIES, left[at + left2]);
      c0 = x.fma(w0, c0);
      c1 = x.fma(w1, c1);
      c2 = x.fma(w2, c2);
      c3 = x.fma(w3, c3);
      x = FloatVector.broadcast(SPECIES, left[at + left3]);
      d0 = x.fma(w0, d0);
      d1 = x.fma(w1, d1);
      d2 = x.fma(w2, d2);
      d3 = x.fma(w3, d3);
      x = FloatVector.broadcast(SPECIES, left[at + left4]);
      e0 = x.fma(w0, e0);
      e1 = x.fma(w1, e1);
      e2 = x.fma(w2, e2);
      e3 = x.fma(w3, e3);
      x = FloatVector.broadcast(SPECIES, left[at + left5]);
      f0 = x.fma(w0, f0);
      f1 = x.fma(w1, f1);
      f2 = x.fma(w2, f2);
      f3 = x.fma(w3, f3);
      at += stepStride;
      weight += PackedWeights.PANEL;
    }
    a0.intoArray(output, row0);
    a1.intoArray(output, row0 + C1);
    a2.intoArray(output, row0 + C2);
    a3.intoArray(output, row0 + C3);
    b0.intoArray(output, row1);
    b1.intoArray(output, row1 + C1);
    b2.intoArray(output, row1 + C2);
    b3.intoArray(output, row1 + C3);
    c0.intoArray(output, row2);
    c1.intoArray(output, row2 + C1);
    c2.intoArray(output, row2 + C2);
    c3.intoArray(output, row2 + C3);
    d0.intoArray(output, row3);
    d1.intoArray(output, row3 + C1);
    d2.intoArray(output, row3 + C2);
    d3.intoArray(output, row3 + C3);
    e0.intoArray(output, row4);
    e1.intoArray(output, row4 + C1);
    e2.intoArray(output, row4 + C2);
    e3.intoArray(output, row4 + C3);
    f0.intoArray(output, row5);
    f1.intoArray(output, row5 + C1);
    f2.intoArray(output, row5 + C2);
    f3.intoArray(output, row5 + C3);
  }

  /** 4 rows; see the class comment. */
  static void rows4(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] panel,
      int panelOffset,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int row0 = outputOffset;
    int row1 = row0 + outputStride;
    int row2 = row1 + outputStride;
    int row3 = row2 + outputStride;
    int left1 = rowStride;
    int left2 = 2 * rowStride;
    int left3 = 3 * rowStride;
    FloatVector a0 = load(output, row0);
    FloatVector a1 = load(output, row0 + C1);
    FloatVector a2 = load(output, row0 + C2);
    FloatVector a3 = load(output, row0 + C3);
    FloatVector b0 = load(output, row1);
    FloatVector b1 = load(output, row1 + C1);
    FloatVector b2 = load(output, row1 + C2);
    FloatVector b3 = load(output, row1 + C3);
    FloatVector c0 = load(output, row2);
    FloatVector c1 = load(output, row2 + C1);
    FloatVector c2 = load(output, row2 + C2);
    FloatVector c3 = load(output, row2 + C3);
    FloatVector d0 = load(output, row3);
    FloatVector d1 = load(output, row3 + C1);
    FloatVector d2 = load(output, row3 + C2);
    FloatVector d3 = load(output, row3 + C3);
    int at = leftOffset;
    int weight = panelOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(panel, weight);
      FloatVector w1 = load(panel, weight + C1);
      FloatVector w2 = load(panel, weight + C2);
      FloatVector w3 = load(panel, weight + C3);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      a2 = x.fma(w2, a2);
      a3 = x.fma(w3, a3);
      x = FloatVector.broadcast(SPECIES, left[at + left1]);
      b0 = x.fma(w0, b0);
      b1 = x.fma(w1, b1);
      b2 = x.fma(w2, b2);
      b3 = x.fma(w3, b3);
      x = FloatVector.broadcast(SPECIES, left[at + left2]);
      c0 = x.fma(w0, c0);
      c1 = x.fma(w1, c1);
      c2 = x.fma(w2, c2);
      c3 = x.fma(w3, c3);
      x = FloatVector.broadcast(SPECIES, left[at + left3]);
      d0 = x.fma(w0, d0);
      d1 = x.fma(w1, d1);
      d2 = x.fma(w2, d2);
      d3 = x.fma(w3, d3);
      at += stepStride;
      weight += PackedWeights.PANEL;
    }
    a0.intoArray(output, row0);
    a1.intoArray(output, row0 + C1);
    a2.intoArray(output, row0 + C2);
    a3.intoArray(output, row0 + C3);
    b0.intoArray(output, row1);
    b1.intoArray(output, row1 + C1);
    b2.intoArray(output, row1 + C2);
    b3.intoArray(output, row1 + C3);
    c0.intoArray(output, row2);
    c1.intoArray(output, row2 + C1);
    c2.intoArray(output, row2 + C2);
    c3.intoArray(output, row2 + C3);
    d0.intoArray(output, row3);
    d1.intoArray(output, row3 + C1);
    d2.intoArray(output, row3 + C2);
    d3.intoArray(output, row3 + C3);
  }

  /** 2 rows; see the class comment. */
  static void rows2(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] panel,
      int panelOffset,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int row0 = outputOffset;
    int row1 = row0 + outputStride;
    int left1 = rowStride;
    FloatVector a0 = load(output, row0);
    FloatVector a1 = load(output, row0 + C1);
    FloatVector a2 = load(output, row0 + C2);
    FloatVector a3 = load(output, row0 + C3);
    FloatVector b0 = load(output, row1);
    FloatVector b1 = load(output, row1 + C1);
    FloatVector b2 = load(output, row1 + C2);
    FloatVector b3 = load(output, row1 + C3);
    int at = leftOffset;
    int weight = panelOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(panel, weight);
      FloatVector w1 = load(panel, weight + C1);
      FloatVector w2 = load(panel, weight + C2);
      FloatVector w3 = load(panel, weight + C3);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      a2 = x.fma(w2, a2);
      a3 = x.fma(w3, a3);
      x = FloatVector.broadcast(SPECIES, left[at + left1]);
      b0 = x.fma(w0, b0);
      b1 = x.fma(w1, b1);
      b2 = x.fma(w2, b2);
      b3 = x.fma(w3, b3);
      at += stepStride;
      weight += PackedWeights.PANEL;
    }
    a0.intoArray(output, row0);
    a1.intoArray(output, row0 + C1);
    a2.intoArray(output, row0 + C2);
    a3.intoArray(output, row0 + C3);
    b0.intoArray(output, row1);
    b1.intoArray(output, row1 + C1);
    b2.intoArray(output, row1 + C2);
    b3.intoArray(output, row1 + C3);
  }

  /** 1 row; see the class comment. */
  static void rows1(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] panel,
      int panelOffset,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int row0 = outputOffset;
    FloatVector a0 = load(output, row0);
    FloatVector a1 = load(output, row0 + C1);
    FloatVector a2 = load(output, row0 + C2);
    FloatVector a3 = load(output, row0 + C3);
    int at = leftOffset;
    int weight = panelOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(panel, weight);
      FloatVector w1 = load(panel, weight + C1);
      FloatVector w2 = load(panel, weight + C2);
      FloatVector w3 = load(panel, weight + C3);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      a2 = x.fma(w2, a2);
      a3 = x.fma(w3, a3);
      at += stepStride;
      weight += PackedWeights.PANEL;
    }
    a0.intoArray(output, row0);
    a1.intoArray(output, row0 + C1);
    a2.intoArray(output, row0 + C2);
    a3.intoArray(output, row0 + C3);
  }
}
